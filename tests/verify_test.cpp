// SPDX-License-Identifier: MIT
#include "verify.hpp"

#include <gmock/gmock.h>

#include "course_copy.hpp"
#include "error.hpp"
#include "french.hpp"

namespace atelier {
namespace {

using test::CourseCopy;
using test::Spoiling;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;
using ::testing::ThrowsMessage;

Verification verified(const CourseCopy& copy, std::string_view prefix = {})
{
    const Grading grading{.toolchain = prepare_toolchain()};
    return verify(load_catalog(copy.root()), grading, {.prefix = std::string(prefix)});
}

std::vector<std::string> told(const Verification& verification)
{
    std::vector<std::string> lines;
    for (const Problem& problem : verification.problems) {
        lines.push_back(test::plain(problem.place + ": " + problem.message));
    }
    return lines;
}

TEST(Verify, CountsWhatItProved)
{
    const CourseCopy copy;
    const Verification found = verified(copy);
    EXPECT_THAT(told(found), IsEmpty());
    EXPECT_EQ(found.lessons, 1U);
    EXPECT_EQ(found.exercises, 1U);
    EXPECT_EQ(found.wrong_answers, 3U);
    EXPECT_EQ(found.variants, 1U);
    EXPECT_EQ(found.extracts, 1U);
}

TEST(Verify, LeavesMistakesOutWhenAsked)
{
    const CourseCopy copy;
    const Grading grading{.toolchain = prepare_toolchain()};
    const Catalog catalog = load_catalog(copy.root());
    std::size_t with = 0;
    std::size_t without = 0;
    (void)verify(catalog, grading, {}, [&](std::size_t, std::size_t total) { with = total; });
    (void)verify(catalog, grading, {.prefix = {}, .without_mistakes = true},
                 [&](std::size_t, std::size_t total) { without = total; });
    EXPECT_EQ(with, without + 4) << "three wrong answers, one lesson's extract";
}

TEST(Verify, CountsItsProgress)
{
    const CourseCopy copy;
    const Catalog catalog = load_catalog(copy.root());
    std::vector<std::size_t> steps;
    std::size_t all = 0;
    (void)verify(catalog, {.toolchain = prepare_toolchain()}, {}, [&](std::size_t done, std::size_t total) {
        steps.push_back(done);
        all = total;
    });
    ASSERT_FALSE(steps.empty());
    EXPECT_EQ(steps.front(), 1U);
    EXPECT_EQ(steps.back(), all);
    EXPECT_EQ(steps.size(), all);
}

TEST(Verify, KeepsToWhatItsPrefixNames)
{
    const CourseCopy copy;
    CourseCopy::replace(copy.lesson(), "```cpp", "```cpp faux");
    fs::create_directory(copy.root() / "solutions" / "99z-oublie");
    EXPECT_THAT(told(verified(copy, "01a")), IsEmpty());
    EXPECT_EQ(verified(copy, "01-").exercises, 0U);
    EXPECT_EQ(verified(copy, "01").exercises, 1U);
    EXPECT_THAT([&] { (void)verified(copy, "77"); }, ThrowsMessage<UsageError>(HasSubstr("77")));
}

TEST(Verify, TellsEveryRuleThatIsBroken)
{
    const CourseCopy copy;
    fs::remove(copy.exercise() / "README.md");
    CourseCopy::replace(copy.lesson(), "0\n```", "1\n```");
    CourseCopy::replace(copy.solutions() / "right" / "concis" / "reponse.cpp", "++n", "--n");
    fs::create_directory(copy.root() / "solutions" / "99z-oublie");
    EXPECT_THAT(told(verified(copy)),
                ElementsAre(StartsWith("01-carnet: "), StartsWith("01a-noter: il manque README.md"),
                            HasSubstr("right/concis"), StartsWith("solutions: ")));
}

TEST(Verify, LetsALessonIncludeWhatItsExercisesShare)
{
    const CourseCopy copy;
    CourseCopy::write(copy.root() / "commun" / "trois.hpp", "constexpr int trois = 3;\n");
    CourseCopy::write(copy.lesson(), "# Carnet\n\n```cpp déclarations\n#include \"trois.hpp\"\n```\n");
    EXPECT_THAT(told(verified(copy, "01-")), ElementsAre(HasSubstr("ne compile pas")));
    const fs::path description = copy.exercise() / "exercise.toml";
    CourseCopy::write(description, "given = [\"../../commun/trois.hpp\"]\n" + read_file(description));
    EXPECT_THAT(told(verified(copy, "01-")), IsEmpty());
}

class VerifyRule : public ::testing::TestWithParam<Spoiling> {};

TEST_P(VerifyRule, IsToldInOneSentence)
{
    const CourseCopy copy;
    GetParam().spoil(copy);
    EXPECT_THAT(told(verified(copy)),
                ElementsAre(AllOf(StartsWith(GetParam().place + ": "), HasSubstr(GetParam().message))));
}

void set_lesson(const CourseCopy& copy, std::string_view text) { CourseCopy::write(copy.lesson(), text); }

fs::path wrong(const CourseCopy& copy, const char* name) { return copy.solutions() / "wrong" / name / "reponse.cpp"; }

const std::vector<Spoiling> spoilings{
    // What the files say: here only where grading could say more. layout_test has them all.
    {"NoReadme", [](const CourseCopy& c) { fs::remove(c.exercise() / "README.md"); }, "il manque README.md"},
    {"NoHints", [](const CourseCopy& c) { fs::remove(c.exercise() / "indices.md"); }, "il manque indices.md"},
    {"NoHeader", [](const CourseCopy& c) { fs::remove(c.exercise() / "fourni.hpp"); }, "il manque fourni.hpp"},
    {"NoProgram", [](const CourseCopy& c) { fs::remove(c.exercise() / "programme.cpp"); }, "il manque programme.cpp"},
    {"NoChecks", [](const CourseCopy& c) { fs::remove(c.exercise() / "checks.cpp"); }, "il manque checks.cpp"},
    {"NoReference", [](const CourseCopy& c) { fs::remove(c.solutions() / "reponse.cpp"); }, "il manque la référence"},
    {"NoMark", [](const CourseCopy& c) { CourseCopy::replace(c.exercise() / "reponse.cpp", "À COMPLÉTER", "à faire"); },
     "À COMPLÉTER"},
    {"StrayFile", [](const CourseCopy& c) { CourseCopy::write(c.exercise() / "notes.txt", "x"); },
     "notes.txt n'a rien à faire"},
    {"StraySolutions", [](const CourseCopy& c) { fs::create_directory(c.root() / "solutions" / "01z-oublie"); },
     "solutions/01z-oublie ne correspond à aucun exercice", "solutions"},
    {"StarterNotUtf8",
     [](const CourseCopy& c) { CourseCopy::replace(c.exercise() / "reponse.cpp", "return 0;", "return 0;  // \xe9"); },
     "reponse.cpp n'est pas en UTF-8"},
    {"ReferenceNotUtf8",
     [](const CourseCopy& c) { CourseCopy::replace(c.solutions() / "reponse.cpp", "CANARI", "\xe9"); },
     "n'est pas en UTF-8"},
    {"WrongAnswerNotUtf8",
     [](const CourseCopy& c) { CourseCopy::replace(wrong(c, "compte-un"), "// SPDX", "// \xe9 SPDX"); },
     "n'est pas en UTF-8"},
    {"PointsOfAnotherLevel",
     [](const CourseCopy& c) { CourseCopy::replace(c.exercise() / "exercise.toml", "points = 3", "points = 4"); },
     "6 points en tout"},
    {"NoSuchTask",
     [](const CourseCopy& c) { CourseCopy::replace(c.exercise() / "exercise.toml", "task = 2", "task = 3"); },
     "la tâche 3"},
    {"NoSuchHint",
     [](const CourseCopy& c) { CourseCopy::replace(c.exercise() / "exercise.toml", "hint = 2", "hint = 9"); },
     "l'indice 9"},
    {"HintThatSendsToNoSection",
     [](const CourseCopy& c) {
         CourseCopy::replace(c.exercise() / "indices.md", "## Indice 2",
                             "Voyez la leçon 1, « Compter ».\n\n## Indice 2");
     },
     "indices.md, ligne 7 : la leçon 1 n'a pas de section « Compter »"},
    {"CheckThatSendsToNoLesson",
     [](const CourseCopy& c) {
         CourseCopy::replace(c.exercise() / "checks.cpp", "IsValue(more + 1));",
                             "IsValue(more + 1))\n << \"(leçon \"\n\"8, « Compter »)\";");
     },
     "checks.cpp, ligne 30 : il n'y a pas de leçon 8"},
    {"TwoWrongAnswers", [](const CourseCopy& c) { fs::remove_all(c.solutions() / "wrong" / "compte-un"); },
     "au moins trois mauvaises réponses"},
    {"WrongAnswerThatAnnouncesNothing",
     [](const CourseCopy& c) { CourseCopy::replace(wrong(c, "oubli-exec"), "// Échoue : UneNote\n", ""); },
     "la première ligne de wrong/oubli-exec"},
    {"WrongAnswerOfAnUnknownCheck",
     [](const CourseCopy& c) { CourseCopy::replace(wrong(c, "oubli-exec"), "Échoue : UneNote", "Échoue : UneNotte"); },
     "UneNotte, que exercise.toml ne déclare pas"},
    {"WrongAnswerThatDiffersTwice",
     [](const CourseCopy& c) { CourseCopy::replace(wrong(c, "oubli-exec"), "VALUES (?)", "VALUES (?1)"); },
     "en 2 endroits"},
    {"WrongAnswerWithoutAnswer", [](const CourseCopy& c) { fs::create_directory(c.solutions() / "wrong" / "vide"); },
     "wrong/vide doit contenir"},
    {"VariantWithoutAnswer", [](const CourseCopy& c) { fs::create_directory(c.solutions() / "right" / "vide"); },
     "right/vide doit contenir"},

    // What checks.cpp and exercise.toml call one another.
    {"CheckThatNobodyTests",
     [](const CourseCopy& c) {
         CourseCopy::write(c.exercise() / "exercise.toml",
                           read_file(c.exercise() / "exercise.toml") +
                               "\n[[check]]\nname = \"Absente\"\npoints = 1\ntitle = \"x\"\ntask = 1\n");
         CourseCopy::replace(c.exercise() / "exercise.toml", "points = 3", "points = 2");
     },
     "exercise.toml déclare la vérification Absente, que checks.cpp ne contient pas ; corrigez l'un ou l'autre"},
    {"TestThatNobodyDeclares",
     [](const CourseCopy& c) {
         CourseCopy::replace(
             c.exercise() / "exercise.toml",
             "[[check]]\nname = \"UneNote\"\npoints = 2\ntitle = \"noter ajoute une ligne\"\ntask = 1\nhint = 1\n", "");
         CourseCopy::replace(c.exercise() / "exercise.toml", "points = 3", "points = 5");
         CourseCopy::replace(wrong(c, "oubli-exec"), "Échoue : UneNote", "Échoue : Compte");
     },
     "checks.cpp contient le test UneNote, que exercise.toml ne déclare pas ; déclarez-le dans une table [[check]]"},
    {"CheckThatNoWrongAnswerAnnounces",
     [](const CourseCopy& c) {
         CourseCopy::write(wrong(c, "oubli-exec"), read_file(wrong(c, "compte-un")));
         CourseCopy::replace(wrong(c, "oubli-exec"), "SELECT 1 FROM notes", "SELECT 2 FROM notes");
     },
     "aucune mauvaise réponse n'annonce qu'elle perd la vérification UneNote ; écrivez-en une dans solutions/01a-noter/wrong"},

    // What answers are worth.
    {"StarterThatDoesNotCompile",
     [](const CourseCopy& c) { CourseCopy::replace(c.exercise() / "reponse.cpp", "return 0;", "return 0"); },
     "le point de départ ne compile pas"},
    {"StarterThatEarnsEverything",
     [](const CourseCopy& c) {
         CourseCopy::write(c.exercise() / "reponse.cpp", read_file(c.solutions() / "reponse.cpp") + "// À COMPLÉTER\n");
     },
     "le point de départ obtient déjà tous les points ; retirez-en"},
    {"ReferenceThatLoses",
     [](const CourseCopy& c) {
         for (const char* file : {"reponse.cpp", "wrong/oubli-exec/reponse.cpp"}) {
             CourseCopy::replace(c.solutions() / file, "SELECT count(*)", "SELECT 1 + count(*)");
         }
     },
     "la référence n'obtient que 2 / 5 points :\nCompte : "},
    {"ReferenceThatDoesNotCompile",
     [](const CourseCopy& c) {
         CourseCopy::replace(c.solutions() / "reponse.cpp", "#include \"fourni.hpp\"",
                             "#include \"fourni.hpp\"\n#include \"absent.hpp\"");
     },
     "la référence n'obtient que 0 / 5 points :\n"},
    {"WrongAnswerThatDoesNotCompile",
     [](const CourseCopy& c) {
         CourseCopy::replace(wrong(c, "compte-un"), "SELECT 1 FROM notes\")", "SELECT 1 FROM notes\"");
     },
     "wrong/compte-un ne compile pas ; une mauvaise réponse doit compiler"},
    {"WrongAnswerThatEarnsItsCheck",
     [](const CourseCopy& c) {
         CourseCopy::replace(wrong(c, "oubli-exec"), "Échoue : UneNote", "Échoue : Compte");
         CourseCopy::write(c.solutions() / "wrong" / "oubli" / "reponse.cpp", read_file(wrong(c, "oubli-exec")));
         CourseCopy::replace(wrong(c, "oubli"), "Échoue : Compte", "Échoue : UneNote");
     },
     "wrong/oubli-exec réussit la vérification Compte, qu'il doit perdre"},
    {"VariantThatLoses",
     [](const CourseCopy& c) { CourseCopy::replace(c.solutions() / "right" / "concis" / "reponse.cpp", "++n", "--n"); },
     "la variante right/concis n'obtient que 2 / 5 points :\nCompte : "},

    // Lessons.
    {"LessonWithoutText", [](const CourseCopy& c) { fs::remove(c.lesson()); },
     "il manque README.md ; écrivez-le dans lessons/01-carnet", "01-carnet"},
    {"LessonNotUtf8", [](const CourseCopy& c) { CourseCopy::replace(c.lesson(), "Leçon", "Le\xe7on"); },
     "README.md n'est pas en UTF-8 ; enregistrez-le", "01-carnet"},
    {"LessonThatSendsToNoSection",
     [](const CourseCopy& c) { CourseCopy::replace(c.lesson(), "Tenir un carnet", "(leçon 1, « Écrire »)"); },
     "ligne 5 : la leçon 1 n'a pas de section « Écrire »", "01-carnet"},
    {"GlossaryThatSendsToNoSection",
     [](const CourseCopy& c) { CourseCopy::write(c.root() / "lessons" / "mots.md", "leçon 1, « Écrire »\n"); },
     "mots.md, ligne 1 : la leçon 1 n'a pas", "lessons"},
    {"ExtractThatDoesNotCompile", [](const CourseCopy& c) { set_lesson(c, "# L\n\n```cpp\nint n = \"a\";\n```\n"); },
     "ligne 4 : cet extrait ne compile pas :\n", "01-carnet"},
    {"ExtractThatPrintsSomethingElse", [](const CourseCopy& c) { CourseCopy::replace(c.lesson(), "0\n```", "1\n```"); },
     "cet extrait n'affiche pas ce que montre la leçon.", "01-carnet"},
    {"RefusedExtractThatCompiles",
     [](const CourseCopy& c) { set_lesson(c, "# L\n\n```cpp refusé\nint n = 1;\n(void)n;\n```\n"); },
     "ligne 4 : le compilateur devait refuser cet extrait, or il l'accepte", "01-carnet"},
    {"ExtractOfNoKnownKind", [](const CourseCopy& c) { set_lesson(c, "# L\n\n```cpp fragment\nint n = 1;\n```\n"); },
     "« cpp fragment »", "01-carnet"},
    {"OutputOfNoExtract", [](const CourseCopy& c) { set_lesson(c, "# L\n\n```sortie\n1\n```\n"); },
     "ligne 3 : ce bloc « sortie » ne suit aucun extrait", "01-carnet"},
};

INSTANTIATE_TEST_SUITE_P(Broken, VerifyRule, ::testing::ValuesIn(spoilings),
                         [](const auto& one) { return one.param.name; });

// --- The command --------------------------------------------------------------------------------------------------

Outcome command(const CourseCopy& copy, const std::vector<std::string>& more = {})
{
    Command line{.arguments = {ATELIER_BUILD_FOLDER "/bin/atelier-grader", "verify", "--course", copy.root().string()},
                 .folder = "/",
                 .environment = {"LC_ALL=C", "ATELIER_RACINE=" + copy.root().parent_path().parent_path().string()},
                 .input = {},
                 .limits = Limits{},
                 .identity = {}};
    for (const char* name : {"HOME", "XDG_CACHE_HOME", "ATELIER_CACHE"}) {
        if (const char* value = std::getenv(name)) {
            line.environment.push_back(std::string(name) + "=" + value);
        }
    }
    line.arguments.insert(line.arguments.end(), more.begin(), more.end());
    line.limits.wall_time = std::chrono::minutes(3);
    line.limits.cpu_time = std::chrono::minutes(2);
    line.limits.memory_bytes = ~std::size_t{0};
    return run(line);
}

TEST(VerifyCommand, ExitsZeroOnlyWhenTheCourseIsSound)
{
    const CourseCopy copy;
    const Outcome sound = command(copy);
    EXPECT_EQ(sound.code, 0) << sound.err;
    EXPECT_THAT(test::plain(sound.out), HasSubstr("Le cours est sain."));
    fs::remove(copy.exercise() / "README.md");
    const Outcome broken = command(copy);
    EXPECT_EQ(broken.code, 1) << broken.err;
    EXPECT_THAT(test::plain(broken.out),
                AllOf(StartsWith("✗ 01a-noter : il manque README.md ; écrivez-le dans exercises/01a-noter\n"),
                      HasSubstr("1 problème.")));
    const Outcome json = command(copy, {"--json"});
    EXPECT_EQ(json.code, 1);
    EXPECT_THAT(json.out, AllOf(HasSubstr("\"exercise\": \"01a-noter\""), HasSubstr("\"wrong_answers\": 3")));
}

TEST(VerifyCommand, ExitsTwoWhenItCannotWork)
{
    const CourseCopy copy;
    CourseCopy::write(copy.exercise() / "exercise.toml", "title = \n");
    const Outcome outcome = command(copy);
    EXPECT_EQ(outcome.code, 2);
    EXPECT_THAT(test::plain(outcome.err), HasSubstr("exercise.toml, ligne 1 : "));
    EXPECT_EQ(command(copy, {"77"}).code, 2);
}

}  // namespace
}  // namespace atelier
