// SPDX-License-Identifier: MIT
// The real grader on the miniature course of tests/catalog: what each answer is worth, and every text that a reader meets.
// tests/catalog/README.md says how to add a case, and how to rewrite the golden texts.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/personality.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <regex>
#include <string>
#include <vector>

#include "course_machine.hpp"
#include "files.hpp"
#include "process.hpp"

namespace atelier {
namespace {

using nlohmann::json;
using test::catalog;
using test::exercise_of;
using test::expect_discreet;
using test::expect_golden;
using test::grader_program;
using test::has_golden_tools;
using test::has_sandbox;
using test::Machine;
using test::passed_checks;
using test::project;
using test::Ran;
using test::replace_all;
using test::run_program;
using test::test_name;
using ::testing::HasSubstr;

const std::string reference = "tests/catalog/solutions/01a-noter";

// --- One answer, one verdict ---------------------------------------------------------------------------------------

class Answer : public ::testing::TestWithParam<std::string> {};

TEST_P(Answer, HasItsVerdictAndItsReport)
{
    const fs::path folder = catalog / "answers" / GetParam();
    const json expected = json::parse(read_file(folder / "expected.json"));
    if (expected.value("needs_sandbox", false) && !has_sandbox()) {
        GTEST_SKIP() << "this machine has no sandbox, and this answer needs one";
    }
    const Machine machine;
    const std::vector<std::string> arguments{"check", exercise_of(folder), "--answer",
                                             folder.lexically_relative(project).string()};

    // The verdict does not depend on the seed.
    std::vector<std::string> as_json = arguments;
    as_json.insert(as_json.end(), {"--json", "--seed", "20260101"});
    const Ran told = machine(as_json);
    expect_discreet(told);
    ASSERT_FALSE(told.out.empty()) << told.err;
    const json verdict = json::parse(told.out);
    EXPECT_EQ(verdict.at("outcome"), expected.at("outcome"));
    EXPECT_EQ(passed_checks(verdict), expected.at("passed").get<std::vector<std::string>>());
    EXPECT_EQ(verdict.at("max_points"), 5);
    EXPECT_EQ(verdict.at("seed"), 20260101);
    EXPECT_EQ(told.status, verdict.at("points") == 5 ? 0 : 1) << told.err;

    const Ran ran = machine(arguments);
    expect_discreet(ran);
    EXPECT_EQ(ran.status, told.status);
    EXPECT_EQ(ran.err, "");
    if (has_golden_tools()) {
        expect_golden(ran.out, folder / "report.txt");
    }
}

std::string name_of_folder(const ::testing::TestParamInfo<std::string>& info) { return test_name(info.param); }

INSTANTIATE_TEST_SUITE_P(Catalog, Answer, ::testing::ValuesIn(names_in(catalog / "answers")), name_of_folder);

TEST(Catalog, AnAnswerRunsTheSameEachTime)
{
    const int before = ::personality(0xffffffff);
    if (::personality(static_cast<unsigned long>(before) | ADDR_NO_RANDOMIZE) == -1) {
        GTEST_SKIP() << "this container refuses programs whose addresses are always the same";
    }
    ::personality(static_cast<unsigned long>(before));
    const Machine machine;
    write_file(machine.home() / "reponse.cpp", "#include \"fourni.hpp\"\n"
                                               "void noter(SQLite::Database&, const std::string&) {}\n"
                                               "int compter(SQLite::Database& base)\n{\n"
                                               "    const std::unique_ptr<int> heap(new int);\n"
                                               "    std::cout << &base << ' ' << heap.get() << '\\n';\n"
                                               "    return 0;\n}\n");
    const std::vector<std::string> arguments{"run", "01a",     "--answer", (machine.home() / "reponse.cpp").string(),
                                             "--",  "compter", "base.db"};
    const Ran first = machine(arguments);
    ASSERT_THAT(first.out, HasSubstr("0x")) << first.err;
    EXPECT_EQ(machine(arguments).out, first.out);
    EXPECT_EQ(machine(arguments).out, first.out);
}

/// Without a sandbox nothing hides our files, but a verdict is the same.
class WithoutSandbox : public ::testing::TestWithParam<std::string> {};

TEST_P(WithoutSandbox, HasTheSameVerdict)
{
    const fs::path folder = catalog / "answers" / GetParam();
    const json expected = json::parse(read_file(folder / "expected.json"));
    const Machine machine;
    const Ran ran = machine({"--tier", "none", "check", exercise_of(folder), "--answer", folder.string(), "--json"});
    ASSERT_FALSE(ran.out.empty()) << ran.err;
    const json verdict = json::parse(ran.out);
    EXPECT_EQ(verdict.at("tier"), "none");
    EXPECT_EQ(verdict.at("outcome"), expected.at("outcome"));
    EXPECT_EQ(passed_checks(verdict), expected.at("passed").get<std::vector<std::string>>());
}

INSTANTIATE_TEST_SUITE_P(Catalog, WithoutSandbox,
                         ::testing::Values("tout-juste", "tout-juste-patron", "points-perdus", "nom-inconnu",
                                           "fonction-absente", "memoire-liberee", "fuite", "base-occupee", "boucle",
                                           "memoire", "sortie-sans-fin", "fichier-sans-fin"),
                         name_of_folder);

// --- What is no answer ---------------------------------------------------------------------------------------------

/// A student's file of a kind that a repository does not keep.
struct Oddity {
    std::string name;
    std::function<void(const fs::path& file)> make;
};

const std::vector<Oddity>& oddities()
{
    static const std::vector<Oddity> all{
        {"absente", [](const fs::path&) {}},
        {"lien",
         [](const fs::path& file) { fs::create_symlink(catalog / "solutions" / "01a-noter" / "reponse.cpp", file); }},
        {"lien-rompu", [](const fs::path& file) { fs::create_symlink("nulle-part", file); }},
        {"dossier", [](const fs::path& file) { make_folder(file / "reponse.cpp"); }},
        {"fifo", [](const fs::path& file) { ASSERT_EQ(::mkfifo(file.c_str(), 0644), 0); }},
        {"octets-nuls", [](const fs::path& file) { write_file(file, std::string("int n;\0\0", 8)); }},
        {"latin-1", [](const fs::path& file) { write_file(file, "// \xE9t\xE9\n"); }},
        {"trop-longue", [](const fs::path& file) { write_file(file, std::string((std::size_t{1} << 20U) + 1, ' ')); }},
    };
    return all;
}

class NoAnswer : public ::testing::TestWithParam<std::size_t> {};

TEST_P(NoAnswer, IsSaidInOneSentence)
{
    const Oddity& oddity = oddities()[GetParam()];
    const Machine machine;
    make_folder(machine.home() / "copie");
    oddity.make(machine.home() / "copie" / "reponse.cpp");
    const Ran ran = machine({"check", "01a", "--answer", (machine.home() / "copie").string(), "--json"});
    expect_discreet(ran);
    EXPECT_EQ(ran.status, 1);
    EXPECT_EQ(ran.err, "");
    const json verdict = json::parse(ran.out);
    EXPECT_EQ(verdict.at("outcome"), "no_answer");
    EXPECT_EQ(verdict.at("points"), 0);
    expect_golden(verdict.at("message").get<std::string>() + "\n",
                  catalog / "golden" / ("reponse-" + oddity.name + ".txt"));
}

INSTANTIATE_TEST_SUITE_P(Catalog, NoAnswer, ::testing::Range(std::size_t{0}, oddities().size()),
                         [](const auto& info) { return test_name(oddities()[info.param].name); });

// --- The other texts -------------------------------------------------------------------------------------------------

TEST(Catalog, IsSound)
{
    const Ran ran = Machine()({"verify"});
    EXPECT_EQ(ran.status, 0) << ran.out << ran.err;
    expect_golden(ran.out, catalog / "golden" / "verify.txt");
}

struct Line {
    std::string name;
    std::vector<std::string> arguments;
    int status;
};

void PrintTo(const Line& line, std::ostream* out) { *out << line.name; }

class CommandLine : public ::testing::TestWithParam<Line> {};

TEST_P(CommandLine, SaysWhatItSaid)
{
    const Machine machine;
    const Ran ran = machine(GetParam().arguments);
    expect_discreet(ran);
    EXPECT_EQ(ran.status, GetParam().status) << ran.out << ran.err;
    EXPECT_EQ(ran.status == 2, !ran.err.empty()) << "standard error is for what we could not do";
    expect_golden(ran.out + ran.err, catalog / "golden" / (GetParam().name + ".txt"));
}

INSTANTIATE_TEST_SUITE_P(
    Catalog, CommandLine,
    ::testing::Values(
        Line{"accueil", {}, 0}, Line{"list", {"list"}, 0}, Line{"list-json", {"list", "--json"}, 0},
        Line{"lesson", {"lesson"}, 0}, Line{"lesson-01", {"lesson", "01"}, 0},
        Line{"lesson-inconnue", {"lesson", "12"}, 2}, Line{"hint", {"hint", "01a"}, 0},
        Line{"hint-2", {"hint", "01a", "2"}, 0}, Line{"hint-inconnu", {"hint", "01a", "7"}, 2},
        Line{"run", {"run", "01a", "--answer", reference, "--", "noter", "base.db", "Une note"}, 0},
        Line{"run-sql",
             {"run", "01a", "--answer", reference, "--sql", "DELETE FROM notes", "--", "compter", "base.db"},
             0},
        Line{"run-scenarios", {"run", "01a", "--answer", reference}, 1},
        Line{"run-scenario-inconnu", {"run", "01a", "--answer", reference, "--", "effacer", "base.db"}, 1},
        Line{"run-base-absente", {"run", "01a", "--answer", reference, "--", "compter", "autre.db"}, 1},
        Line{"check-depart", {"check", "01a"}, 1},
        Line{"check-sans-bac-a-sable", {"--tier", "none", "check", "01b"}, 1},
        Line{"check-inconnu", {"check", "01c"}, 2}, Line{"check-inconnu-long", {"check", "01a-notre"}, 2},
        Line{"run-ambigu", {"run", "01"}, 2},
        Line{"check-deux-reponses", {"check", "01a", "01b", "--answer", reference}, 2},
        Line{"check-option-inconnue", {"check", "--rapide"}, 2},
        Line{"check-graine-fausse", {"check", "01a", "--seed", "beaucoup"}, 2}, Line{"commande-inconnue", {"chek"}, 2},
        Line{"langue-inconnue", {"--lang", "xx", "list"}, 2},
        Line{"bac-a-sable-inconnu", {"--tier", "docker", "list"}, 2}, Line{"hint-sans-id", {"hint"}, 0},
        Line{"grade-sans-dossier", {"grade", "nulle-part", "--out", "/dev/null"}, 2}),
    [](const auto& info) { return test_name(info.param.name); });

/// As `check` writes it once 01a has passed.
constexpr const char* one_passed = R"({"exercises": {"01a-noter": {"passed": true, "best_points": 5, "max_points": 5,
    "answer_sha256": "", "replay": "", "hint": 0}}})";

/// What a student reads who has passed 01a, with another answer than ours.
class OnceOnePassed : public ::testing::TestWithParam<Line> {};

TEST_P(OnceOnePassed, SaysWhatItSaid)
{
    Machine machine;
    const fs::path work = machine.home() / "travail";
    make_folder(work / "01a-noter");
    write_file(work / "01a-noter" / "reponse.cpp", read_file(catalog / "answers" / "tout-juste" / "reponse.cpp"));
    write_file(work / ".progression.json", one_passed);
    if (GetParam().name.find("large") != std::string::npos) {
        machine.more_environment = {"COLUMNS=120"};
    }
    const Ran ran = machine(GetParam().arguments);
    EXPECT_EQ(ran.status, GetParam().status) << ran.out << ran.err;
    EXPECT_EQ(ran.status == 2, !ran.err.empty()) << "standard error is for what we could not do";
    expect_golden(ran.out + ran.err, catalog / "golden" / (GetParam().name + ".txt"));
}

INSTANTIATE_TEST_SUITE_P(Catalog, OnceOnePassed,
                         ::testing::Values(Line{"solution", {"solution", "01a"}, 0},
                                           Line{"solution-large", {"solution", "01a"}, 0},
                                           Line{"solution-mots", {"solution", "01a", "--plain"}, 0},
                                           Line{"solution-variante", {"solution", "01a", "concis"}, 0},
                                           Line{"solution-variante-inconnue", {"solution", "01a", "consis"}, 2},
                                           Line{"solution-trop-tot", {"solution", "01b"}, 1},
                                           Line{"list-reussi", {"list"}, 0}, Line{"list-done", {"list", "--done"}, 0},
                                           Line{"list-todo", {"list", "--todo"}, 0},
                                           Line{"list-todo-done", {"list", "--todo", "--done"}, 2},
                                           Line{"list-niveau", {"list", "--level", "4"}, 0},
                                           Line{"list-niveau-faux", {"list", "--level", "5"}, 2},
                                           Line{"list-lesson-inconnue", {"list", "--lesson", "7"}, 2},
                                           Line{"list-lesson-01", {"list", "--lesson", "01", "--todo"}, 0}),
                         [](const auto& info) { return test_name(info.param.name); });

/// An answer that has gone, or that is no text, after it passed.
TEST(Catalog, ASolutionStandsAloneWithoutAnAnswer)
{
    const Machine machine;
    make_folder(machine.home() / "travail");
    write_file(machine.home() / "travail" / ".progression.json", one_passed);
    const Ran ran = machine({"solution", "01a"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    expect_golden(ran.out, catalog / "golden" / "solution-sans-reponse.txt");
}

TEST(Catalog, DoctorTellsItsKeys)
{
    const Ran ran = Machine()({"doctor", "--json"});
    std::vector<std::string> keys;
    const json said = json::parse(ran.out);
    for (const auto& [key, value] : said.items()) {
        keys.push_back(key);
    }
    EXPECT_THAT(keys,
                ::testing::UnorderedElementsAre("tier", "compiler", "linker", "sqlite", "sanitizers", "problems"));
    EXPECT_TRUE(said.at("problems").is_array());
    EXPECT_EQ(ran.status, said.at("problems").empty() ? 0 : 1);
}

TEST(Catalog, SeveralExercisesAreAJsonArray)
{
    const Ran ran = Machine()({"check", "01a", "01b", "--json"});
    EXPECT_EQ(ran.status, 1);
    const json verdicts = json::parse(ran.out);
    ASSERT_TRUE(verdicts.is_array());
    ASSERT_EQ(verdicts.size(), 2U);
    EXPECT_EQ(verdicts[0].at("exercise"), "01a-noter");
    EXPECT_EQ(verdicts[1].at("exercise"), "01b-doubler");
}

TEST(Catalog, TheStudentsFolderKeepsTheirWork)
{
    const Machine machine;
    EXPECT_EQ(machine({"check", "01a"}).status, 1);
    const fs::path answer = machine.home() / "travail" / "01a-noter" / "reponse.cpp";
    EXPECT_EQ(read_file(answer), read_file(catalog / "exercises" / "01a-noter" / "reponse.cpp"));
    write_file(answer, read_file(catalog / "solutions" / "01a-noter" / "reponse.cpp"));
    EXPECT_EQ(machine({"check"}).status, 0) << "without an ID, the exercises begun";
    EXPECT_EQ(read_file(answer), read_file(catalog / "solutions" / "01a-noter" / "reponse.cpp"));
}

// --- A class ---------------------------------------------------------------------------------------------------------

/// A small class in `folder`, its answers taken from the catalogue.
void make_class(const fs::path& folder)
{
    const std::vector<std::vector<std::string>> given{
        {"alice", "01a-noter", "tout-juste"},
        {"alice", "01b-doubler", "tout-juste-patron"},
        {"bob", "01a", "points-perdus"},
        {"chloé", "01a-noter", "point-virgule"},
        {"dora", "01a-noter", "../../hostile/answers/01-exit-constructeur"},
        {"dora", "01b-doubler", "../../hostile/answers/04-main-macro"},
        {"=1+1", "01a-noter", "arret-volontaire"}};
    for (const std::vector<std::string>& one : given) {
        const fs::path to = folder / one[0] / one[1];
        const std::string name = one[1].rfind("01b", 0) == 0 ? "reponse.hpp" : "reponse.cpp";
        make_folder(to);
        write_file(to / name, read_file(catalog / "answers" / one[2] / name));
    }
    write_file(folder / "alice" / "01a-noter" / "CMakeLists.txt", "message(FATAL_ERROR nobody reads this)\n");
    make_folder(folder / "personne");
}

TEST(Catalog, AClassIsGradedTheSameByAnyNumberOfWorkers)
{
    if (!has_sandbox()) {
        GTEST_SKIP() << "this machine has no sandbox, and grade refuses to work without one";
    }
    Machine machine;
    machine.folder = machine.home();
    make_class(machine.home() / "copies");
    const Ran one = machine({"grade", "copies", "--out", "un", "--workers", "1", "--seed", "1"});
    const Ran four = machine({"grade", "copies", "--out", "quatre", "--workers", "4", "--seed", "1"});
    expect_discreet(one);
    EXPECT_EQ(one.status, 1) << one.err;
    const std::string results = read_file(machine.home() / "un" / "results.json");
    EXPECT_EQ(results, read_file(machine.home() / "quatre" / "results.json"));
    EXPECT_EQ(names_in(machine.home() / "un"),
              (std::vector<std::string>{"carnet.db", "notes.csv", "rapport", "results.json"}));
    if (has_golden_tools()) {
        expect_golden(one.out, catalog / "golden" / "grade.txt");
        expect_golden(results, catalog / "golden" / "results.json");
    }
}

TEST(Catalog, AClassIsNotGradedWithoutASandbox)
{
    Machine machine;
    machine.folder = machine.home();
    make_class(machine.home() / "copies");
    const Ran ran = machine({"--tier", "none", "grade", "copies", "--out", "resultats"});
    EXPECT_EQ(ran.status, 2);
    expect_golden(ran.out + ran.err, catalog / "golden" / "grade-sans-bac-a-sable.txt");
}

// --- What is broken on our side ----------------------------------------------------------------------------------------

struct Breakage {
    std::string name;
    std::function<void(const fs::path& exercise)> make;
};

void edit_file(const fs::path& file, const std::string& from, const std::string& to)
{
    std::string text = read_file(file);
    ASSERT_THAT(text, HasSubstr(from));
    replace_all(text, from, to);
    write_file(file, text);
}

const std::vector<Breakage>& breakages()
{
    static const auto toml = [](const std::string& from, const std::string& to) {
        return [=](const fs::path& exercise) { edit_file(exercise / "exercise.toml", from, to); };
    };
    static const std::vector<Breakage> all{
        {"toml-syntaxe", toml("level = 1", "level = = 1")},
        {"toml-cle-inconnue", toml("cpu_seconds", "cpu_minutes")},
        {"toml-type", toml("points = 2", "points = \"deux\"")},
        {"toml-hors-bornes", toml("level = 1", "level = 9")},
        {"toml-cle-absente", toml("title = \"noter ajoute une ligne\"\n", "")},
        {"toml-titre-absent", toml("title = \"Tenir un carnet\"\n", "")},
        {"toml-doublon", toml("\"Compte\"", "\"UneNote\"")},
        {"toml-sans-verification",
         [](const fs::path& exercise) { write_file(exercise / "exercise.toml", "title = \"Rien\"\nlevel = 1\n"); }},
        {"toml-binaire",
         [](const fs::path& exercise) { write_file(exercise / "exercise.toml", std::string("\0\xFF\0", 3)); }},
        {"toml-absent", [](const fs::path& exercise) { fs::remove(exercise / "exercise.toml"); }},
        {"toml-dossier",
         [](const fs::path& exercise) {
             fs::remove(exercise / "exercise.toml");
             make_folder(exercise / "exercise.toml");
         }},
        {"reponse-absente", [](const fs::path& exercise) { fs::remove(exercise / "reponse.cpp"); }},
        {"reponse-double", [](const fs::path& exercise) { write_file(exercise / "reponse.hpp", ""); }},
        {"exercises-absent", [](const fs::path& exercise) { remove_tree(exercise.parent_path()); }},
    };
    return all;
}

class BrokenCourse : public ::testing::TestWithParam<std::size_t> {};

TEST_P(BrokenCourse, IsOneSentenceAndStatusTwo)
{
    const Breakage& breakage = breakages()[GetParam()];
    Machine machine;
    machine.course = machine.home() / "cours";
    for (const char* folder : {"exercises", "lessons"}) {
        make_folder(machine.course);
        fs::copy(catalog / folder, machine.course / folder, fs::copy_options::recursive);
    }
    breakage.make(machine.course / "exercises" / "01a-noter");
    const Ran ran = machine({"list"});
    expect_discreet(ran);
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.out, "");
    expect_golden(ran.err, catalog / "golden" / ("cours-" + breakage.name + ".txt"));
}

INSTANTIATE_TEST_SUITE_P(Catalog, BrokenCourse, ::testing::Range(std::size_t{0}, breakages().size()),
                         [](const auto& info) { return test_name(breakages()[info.param].name); });

TEST(Catalog, APreparationThatNoLongerHoldsIsMadeAgain)
{
    Machine machine;
    const fs::path cache = machine.home() / "cache";
    fs::permissions(machine.home(), fs::perms::owner_all | fs::perms::others_exec);
    machine.more_environment = {"ATELIER_CACHE=" + cache.string()};
    const std::vector<std::string> arguments{"check", "01a", "--answer", reference};
    ASSERT_EQ(machine(arguments).status, 0);
    std::vector<std::string> names = names_in(cache);
    std::erase(names, "lock");
    ASSERT_EQ(names.size(), 1U);

    // A header of another date, as after an update or in a cache that was copied.
    fs::last_write_time(cache / names.front() / "prelude.hpp",
                        fs::file_time_type::clock::now() - std::chrono::hours(1));
    const Ran later = machine(arguments);
    EXPECT_EQ(later.status, 0) << later.out << later.err;

    write_file(cache / names.front() / "machine.json", "{");
    const Ran torn = machine(arguments);
    EXPECT_EQ(torn.status, 0) << torn.out << torn.err;
}

TEST(Catalog, WithoutACompilerNothingIsGraded)
{
    Machine machine;
    machine.more_environment = {"ATELIER_COMPILER=/nonexistent"};
    const Ran ran = machine({"check", "01a"});
    EXPECT_EQ(ran.status, 2);
    expect_golden(ran.out + ran.err, catalog / "golden" / "sans-compilateur.txt");
}

TEST(Catalog, AFileForAFolderIsSaid)
{
    const Machine machine;
    write_file(machine.home() / "travail", "");
    const Ran ran = machine({"check", "01a"});
    EXPECT_EQ(ran.status, 2);
    expect_golden(ran.out + ran.err, catalog / "golden" / "travail-est-un-fichier.txt");
}

TEST(Catalog, AFolderThatCannotBeReadIsSaid)
{
    Machine machine;
    if (::geteuid() == 0) {
        machine.identity = Identity{65534, 65534};  // root reads every folder
    }
    make_class(machine.home() / "copies");
    fs::permissions(machine.home(), fs::perms::owner_all | fs::perms::others_exec);
    fs::permissions(machine.home() / "copies", fs::perms::none);
    const Ran ran = machine({"grade", (machine.home() / "copies").string(), "--out", "/dev/null/resultats"});
    fs::permissions(machine.home() / "copies", fs::perms::owner_all);
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.out, "");
    expect_golden(ran.err, catalog / "golden" / "dossier-illisible.txt");
}

/// Checks the reference in a session with the limit `ulimit`.
Ran with_limit(const std::string& ulimit)
{
    const Machine machine;
    return run_program({"/bin/sh", "-c", "ulimit " + ulimit + "\nexec \"$@\"", "sh", grader_program.string(),
                        "--course", catalog.string(), "check", "--no-cache", "01a", "--answer", reference},
                       project, machine.environment());
}

/// A session whose limits are lower than what an answer needs: its mistakes would not be the student's.
class LowLimit : public ::testing::TestWithParam<const char*> {};

TEST_P(LowLimit, IsOneSentenceAndNoVerdict)
{
    const Ran ran = with_limit(GetParam());
    EXPECT_EQ(ran.status, 2) << ran.out;
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(ran.err,
              fmt::format(
                  "atelier : Cette session limite ses programmes (ulimit {:.2}) à moins qu'il n'en faut aux réponses. "
                  "Relevez cette limite, puis recommencez.\n",
                  GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Catalog, LowLimit, ::testing::Values("-n 12", "-n 100", "-f 100", "-v 100000", "-d 10000"));

TEST(Catalog, ExhaustedDescriptorsAreSaid)
{
    const Ran ran = with_limit("-n 5");
    EXPECT_EQ(ran.status, 2) << ran.out;
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, HasSubstr("trop de fichiers sont ouverts"));
}

// --- A full disk -------------------------------------------------------------------------------------------------------

/// Runs the grader where the folder that `variable` names is a disk mounted with the option `size`.
Ran with_small_disk(const Machine& machine, const std::string& variable, const std::string& size,
                    const std::vector<std::string>& arguments)
{
    const fs::path disk = machine.home() / "disque";
    make_folder(disk);
    fs::permissions(machine.home(),
                    fs::perms::owner_all | fs::perms::others_exec);  // programs in the sandbox are somebody else's
    std::vector<std::string> words{
        "/usr/bin/unshare",
        "-m",
        "/bin/sh",
        "-c",
        fmt::format("mount -t tmpfs -o {} tmpfs \"$0\" || exit 77\nexport {}=\"$0\"\nexec \"$@\"", size, variable),
        disk.string(),
        grader_program.string(),
        "--course",
        catalog.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    Ran ran = run_program(words, project, machine.environment());
    for (std::string* text : {&ran.out, &ran.err}) {
        replace_all(*text, disk.string(), "$DISK");
        *text = std::regex_replace(*text, std::regex("\\$DISK/atelier-[A-Za-z0-9]+"), "$$DISK/atelier-…");
    }
    return ran;
}

struct Disk {
    std::string variable;  ///< of the environment, that names the folder that is full
    std::string size;      ///< as mount takes it
    std::vector<std::string> arguments;
};

void PrintTo(const Disk& disk, std::ostream* out) { *out << disk.variable << ' ' << disk.size; }

class FullDisk : public ::testing::TestWithParam<Disk> {};

TEST_P(FullDisk, IsOneSentenceAndNoVerdict)
{
    Machine machine;
    make_class(machine.home() / "copies");
    std::vector<std::string> arguments = GetParam().arguments;
    for (std::string& argument : arguments) {
        replace_all(argument, "$HOME", machine.home().string());
    }
    const Ran ran = with_small_disk(machine, GetParam().variable, GetParam().size, arguments);
    if (ran.status == 77 || ran.status == 1) {
        ASSERT_NE(::geteuid(), 0U) << ran.out << ran.err;
        GTEST_SKIP() << "only root mounts a small disk";
    }
    EXPECT_EQ(ran.status, 2) << ran.out;
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, HasSubstr("e disque est p"));
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << ran.err;
}

INSTANTIATE_TEST_SUITE_P(
    Catalog, FullDisk,
    ::testing::Values(Disk{"TMPDIR", "size=4k", {"check", "--no-cache", "01a", "--answer", reference}},
                      Disk{"TMPDIR", "size=16k", {"check", "--no-cache", "01a", "--answer", reference}},
                      Disk{"TMPDIR", "size=512k", {"check", "--no-cache", "01a", "--answer", reference}},
                      Disk{"TMPDIR", "size=16k", {"run", "01a", "--answer", reference, "--", "compter", "base.db"}},
                      Disk{"ATELIER_CACHE", "size=16k", {"check", "--no-cache", "01a", "--answer", reference}},
                      Disk{"ATELIER_CACHE", "size=4096k", {"check", "--no-cache", "01a", "--answer", reference}},
                      Disk{"ATELIER_TRAVAIL", "size=4k", {"check", "01a"}},
                      Disk{"TMPDIR", "nr_inodes=8", {"check", "--no-cache", "01a", "--answer", reference}},
                      Disk{"ATELIER_TRAVAIL", "nr_inodes=2", {"check", "01a"}},
                      Disk{"OUT", "size=4k", {"grade", "$HOME/copies", "--out", "$HOME/disque/resultats"}}));

}  // namespace
}  // namespace atelier
