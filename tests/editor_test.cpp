// SPDX-License-Identifier: MIT
// What editors are told, and clangd's own word for it on every kind of exercise of the course.
#include "editor.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <regex>

#include "process.hpp"
#include "show.hpp"
#include "support.hpp"
#include "work.hpp"

namespace atelier {
namespace {

using nlohmann::json;
using test::Variable;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

/// A course, and a work folder whose path has what paths have.
class Editor : public testing::Test {
protected:
    [[nodiscard]] fs::path work() const { return folder_.path() / "travail d'été" / "travail"; }
    [[nodiscard]] fs::path database() const { return work() / "compile_commands.json"; }
    [[nodiscard]] json commands() const { return json::parse(read_file(database())); }

    fs::path root_ = ATELIER_SOURCE_FOLDER;
    Catalog catalog_ = load_catalog(root_);
    TemporaryFolder folder_;
    Variable project_{"ATELIER_RACINE", root_.string()};
    Variable named_{"ATELIER_TRAVAIL", work().string()};
};

TEST_F(Editor, IsToldOfEachExerciseBegun)
{
    const fs::path first = begin_exercise(catalog_, catalog_.exercise("00"));
    ASSERT_THAT(commands(), SizeIs(1));
    EXPECT_EQ(commands()[0].at("directory"), first.string());
    EXPECT_EQ(commands()[0].at("file"), (first / "reponse.cpp").string());
    const fs::path second = begin_exercise(catalog_, catalog_.exercise("11c"));
    ASSERT_THAT(commands(), SizeIs(2));
    const auto arguments = commands()[1].at("arguments").get<std::vector<std::string>>();
    EXPECT_THAT(arguments, AllOf(Contains("-std=c++20"), Contains("-xc++-header"), Contains("fourni.hpp"),
                                 Contains("-I" + (root_ / "orm").string())));
    EXPECT_EQ(arguments.back(), "reponse.hpp");
}

TEST_F(Editor, IsToldAgainOnceTheFolderHasMoved)
{
    begin_exercise(catalog_, catalog_.exercise("00"));
    const fs::path elsewhere = folder_.path() / "ailleurs";
    fs::rename(work(), elsewhere);
    const Variable moved("ATELIER_TRAVAIL", elsewhere.string());
    begin_exercise(catalog_, catalog_.exercise("00"));
    EXPECT_EQ(json::parse(read_file(elsewhere / "compile_commands.json"))[0].at("directory"),
              (elsewhere / "00-premier-pas").string());
}

TEST_F(Editor, IsLeftAloneWhenItKnows)
{
    begin_exercise(catalog_, catalog_.exercise("00"));
    const fs::file_time_type before = fs::last_write_time(database()) - std::chrono::hours(1);
    fs::last_write_time(database(), before);
    begin_exercise(catalog_, catalog_.exercise("00"));
    EXPECT_EQ(fs::last_write_time(database()), before);
    write_file(database(), "[");
    begin_exercise(catalog_, catalog_.exercise("00"));
    EXPECT_THAT(commands(), SizeIs(1));
}

TEST_F(Editor, StopsNobodyWhenItCannotBeTold)
{
    make_folder(database());
    write_file(database() / "x", "");
    EXPECT_NO_THROW(begin_exercise(catalog_, catalog_.exercise("00")));
    const Variable no_compiler("ATELIER_COMPILER", "/nonexistent");
    EXPECT_NO_THROW(begin_exercise(catalog_, catalog_.exercise("01a")));
}

/// What clangd says of `file`, on its standard error as it does.
Outcome clangd(const fs::path& file)
{
    Command command;
    // Its refactorings are left out: those that find nothing to do count as errors.
    command.arguments = {"/usr/bin/clangd", "--check=" + file.string(), "--tweaks=none"};
    command.folder = "/";  // whatever the folder it is started in
    command.environment = {"PATH=/usr/bin", "LC_ALL=C.UTF-8", "HOME=/nonexistent"};
    command.limits.wall_time = std::chrono::minutes(3);  // two compilations of SQLiteCpp, on a busy machine
    command.limits.cpu_time = std::chrono::minutes(1);
    command.limits.memory_bytes = ~std::size_t{0};
    command.limits.output_bytes = std::size_t{4} << 20U;
    return run(command);
}

class Clangd : public Editor {
protected:
    void SetUp() override
    {
        if (!fs::exists("/usr/bin/clangd")) {
            GTEST_SKIP() << "clangd is not there to read the answers; install the package clangd.";
        }
    }
};

TEST_F(Clangd, UnderstandsEveryKindOfExercise)
{
    // A kind: the answer's name, what comes with it, the libraries that the reference includes.
    std::map<std::string, const Exercise*> kinds;
    for (const Exercise& exercise : catalog_.exercises) {
        const std::string reference = read_file(catalog_.solutions_of(exercise) / exercise.answer);
        const bool is_c = read_file(exercise.folder / "fourni.hpp").find("<sqlite3.h>") != std::string::npos;
        const bool is_sql = reference.find("R\"sql(") != std::string::npos && exercise.is_header();
        kinds.emplace(exercise.answer + (exercise.given.size() > 1 ? " orm" : "") + (is_c ? " c" : "") +
                          (is_sql ? " sql" : ""),
                      &exercise);
    }
    EXPECT_GE(kinds.size(), 5U);
    for (const auto& [kind, exercise] : kinds) {
        const fs::path file = begin_exercise(catalog_, *exercise) / exercise->answer;
        write_file(file, read_file(catalog_.solutions_of(*exercise) / exercise->answer));
        const Outcome outcome = clangd(file);
        EXPECT_TRUE(outcome.succeeded()) << kind << ", " << exercise->id;
        EXPECT_THAT(outcome.err, AllOf(HasSubstr("All checks completed, 0 errors"),
                                       Not(HasSubstr("Failed to find compilation database"))))
            << kind;
        EXPECT_THAT(outcome.err, HasSubstr("Compile command from CDB is: "));
    }
}

TEST_F(Clangd, ReadsAHeaderAsProgrammeIncludesIt)
{
    // Neither fourni.hpp nor a header of the library is included here: programme.cpp did it before.
    const fs::path file = begin_exercise(catalog_, catalog_.exercise("11c")) / "reponse.hpp";
    std::string source = read_file(file);
    ASSERT_THAT(source, HasSubstr("#include \"fourni.hpp\"\n"));
    source.erase(source.find("#include \"fourni.hpp\"\n"), std::string("#include \"fourni.hpp\"\n").size());
    write_file(file, source);
    EXPECT_TRUE(clangd(file).succeeded());
}

TEST_F(Clangd, SeesMistakesWhereTheyAre)
{
    const fs::path file = begin_exercise(catalog_, catalog_.exercise("00")) / "reponse.cpp";
    write_file(file, "#include \"fourni.hpp\"\nstd::string bonjour(const std::string&) { return inconnu; }\n");
    const Outcome outcome = clangd(file);
    EXPECT_THAT(outcome.err, HasSubstr("[undeclared_var_use] Line 2:"));
}

/// A regular expression of a task, as JavaScript reads it: there, a blank may be a no-break space.
std::regex javascript(std::string pattern)
{
    for (std::size_t at = 0; (at = pattern.find("\\s", at)) != std::string::npos; at += 12) {
        pattern.replace(at, 2, "(?:\\s|\u00A0)");
    }
    return std::regex(pattern);
}

TEST(EditorTask, AskTheLauncherForTheExerciseThatIsOpen)
{
    const json tasks = json::parse(read_file(fs::path(ATELIER_SOURCE_FOLDER) / ".vscode" / "tasks.json")).at("tasks");
    std::vector<std::string> asked;
    for (const json& task : tasks) {
        EXPECT_EQ(task.at("command"), "${workspaceFolder}/atelier");
        ASSERT_THAT(task.at("args"), SizeIs(2));
        EXPECT_EQ(task.at("args")[1], "${fileDirnameBasename}");
        asked.push_back(task.at("args")[0]);
        EXPECT_EQ(task.value("isBackground", false), asked.back() == "watch");
    }
    EXPECT_THAT(asked, testing::ElementsAre("check", "watch", "hint"));
}

TEST(EditorTask, FindsTheLinesThatReportsName)
{
    const fs::path root = ATELIER_SOURCE_FOLDER;
    const json matchers =
        json::parse(read_file(root / ".vscode" / "tasks.json")).at("tasks").at(0).at("problemMatcher");
    const auto line_in = [&](const char* answer, const json& pattern) {
        const std::regex wanted = javascript(pattern.at("regexp"));
        const std::string report = read_file(root / "tests" / "catalog" / "answers" / answer / "report.txt");
        for (const std::string_view line : lines_of(report)) {
            std::smatch match;
            const std::string text(line);
            if (std::regex_match(text, match, wanted)) {
                return match[pattern.at("file").get<std::size_t>()].str() + ":" +
                       match[pattern.at("line").get<std::size_t>()].str();
            }
        }
        return std::string();
    };
    const json& compiling = matchers.at(0).at("pattern").at(0);
    EXPECT_EQ(line_in("nom-inconnu", compiling).substr(0, 12), "reponse.cpp:");
    EXPECT_EQ(line_in("membre-inconnu", compiling).substr(0, 12), "reponse.cpp:");
    EXPECT_EQ(line_in("dans-un-modele", compiling), "reponse.cpp:18");
    EXPECT_EQ(line_in("dans-le-patron", compiling).substr(0, 12), "reponse.hpp:");
    const json& running = matchers.at(1).at("pattern");
    EXPECT_EQ(line_in("memoire-liberee", running).substr(0, 12), "reponse.cpp:");
    EXPECT_EQ(line_in("indice-trop-grand", running).substr(0, 12), "reponse.cpp:");
    EXPECT_EQ(line_in("points-perdus", running), "");
}

}  // namespace
}  // namespace atelier
