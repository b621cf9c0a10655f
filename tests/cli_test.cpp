// SPDX-License-Identifier: MIT
// The command line as it is typed: the real executable, in both languages.
#include "cli.hpp"

#include <gmock/gmock.h>

#include <cstdlib>

#include "files.hpp"
#include "french.hpp"
#include "process.hpp"

namespace atelier {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

const fs::path source = ATELIER_SOURCE_FOLDER;

struct Spoken {
    int status = -1;
    std::string out;
    std::string err;
};

/// Types `words` after « atelier ». The student's folder is one that nobody else has.
Spoken type(const std::vector<std::string>& words, const std::vector<std::string>& variables = {})
{
    const TemporaryFolder work;
    Command command{.arguments = {ATELIER_BUILD_FOLDER "/bin/atelier-grader"},
                    .folder = work.path(),
                    .environment = {"LANG=C", "LC_ALL=C", "ATELIER_TRAVAIL=" + (work.path() / "travail").string()},
                    .input = {},
                    .limits = Limits{},
                    .identity = {}};
    for (const char* name : {"HOME", "XDG_CACHE_HOME", "ATELIER_CACHE", "ATELIER_RACINE"}) {
        if (const char* value = std::getenv(name)) {
            command.environment.push_back(std::string(name) + "=" + value);
        }
    }
    command.environment.insert(command.environment.end(), variables.begin(), variables.end());
    command.arguments.insert(command.arguments.end(), words.begin(), words.end());
    command.limits.wall_time = std::chrono::minutes(3);
    command.limits.cpu_time = std::chrono::minutes(2);
    command.limits.memory_bytes = ~std::size_t{0};
    command.limits.file_bytes = std::size_t{1} << 30U;  // the session of a student has no such limit
    const Outcome outcome = run(command);
    return {.status = outcome.end == Outcome::End::exited ? outcome.code : -1,
            .out = test::plain(outcome.out),
            .err = test::plain(outcome.err)};
}

const std::vector<std::string> commands{"list", "lesson",      "next", "check", "run",   "trace",   "reset",
                                        "hint", "doctor",      "demo", "test",  "grade", "verify",  "solution",
                                        "new",  "completions", "man",  "watch", "pack",  "similar", "merge"};

const std::vector<std::string> course{"--course", (source / "tests" / "catalog").string()};

std::vector<std::string> joined(std::vector<std::string> a, const std::vector<std::string>& b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

// --- Help ---------------------------------------------------------------------------------------------------------

TEST(CommandLine, HelpsInFrench)
{
    const Spoken help = type({"--help"});
    EXPECT_EQ(help.status, 0);
    EXPECT_THAT(help.err, IsEmpty());
    EXPECT_THAT(help.out, AllOf(HasSubstr("Usage : atelier [OPTIONS] [COMMANDE]\n"), HasSubstr("\nOptions :\n"),
                                HasSubstr("\nCommandes :\n")));
    EXPECT_THAT(help.out, AllOf(Not(HasSubstr("Usage:")), Not(HasSubstr("Options:")), Not(HasSubstr("Subcommands")),
                                Not(HasSubstr("SUBCOMMAND"))));
}

TEST(CommandLine, HelpsInEnglish)
{
    const Spoken help = type({"--lang", "en", "--help"});
    EXPECT_EQ(help.status, 0);
    EXPECT_THAT(help.out, AllOf(HasSubstr("Usage: atelier [OPTIONS] [COMMAND]\n"), HasSubstr("\nOptions:\n"),
                                HasSubstr("\nCommands:\n")));
    EXPECT_THAT(help.out, AllOf(Not(HasSubstr("COMMANDE")), Not(HasSubstr("DOSSIER")), Not(HasSubstr(" : ")),
                                Not(HasSubstr("Subcommands"))));
}

TEST(CommandLine, ListsEveryCommandInItsHelp)
{
    for (const char* language : {"fr", "en"}) {
        const Spoken help = type({"--lang", language, "--help"});
        for (const std::string& command : commands) {
            EXPECT_THAT(help.out, HasSubstr("\n  " + command + " ")) << language;
        }
    }
}

TEST(CommandLine, HelpsWithEachCommandInOneLanguage)
{
    for (const std::string& command : commands) {
        const Spoken french = type({command, "--help"});
        EXPECT_EQ(french.status, 0) << command;
        EXPECT_THAT(french.out, AllOf(HasSubstr("Usage : atelier " + command), HasSubstr("Affiche cette aide")))
            << command;
        for (const char* english : {"Usage:", "Positionals", "Options:", "Subcommands", "REQUIRED", "TEXT ", "UINT",
                                    "Print this help", "Default"}) {
            EXPECT_THAT(french.out, Not(HasSubstr(english))) << command;
        }
        const Spoken english = type({command, "--help", "--lang", "en"});
        EXPECT_EQ(english.status, 0) << command;
        EXPECT_THAT(english.out, AllOf(HasSubstr("Usage: atelier " + command), HasSubstr("Show this help"))) << command;
        for (const char* leftover :
             {"Usage :", "Positionals", "obligatoire", "DOSSIER", "NOMBRE", "CHEMIN", "NIVEAU", "COPIES", "é", "à"}) {
            EXPECT_THAT(english.out, Not(HasSubstr(leftover))) << command;
        }
    }
}

TEST(CommandLine, TellsItsVersion)
{
    const Spoken version = type({"--version"});
    EXPECT_EQ(version.status, 0);
    EXPECT_EQ(version.out, "atelier " ATELIER_VERSION "\n");
}

TEST(CommandLine, AnswersToFrenchNames)
{
    for (const auto& [french, english] : std::vector<std::pair<std::string, std::string>>{{"liste", "list"},
                                                                                          {"lecon", "lesson"},
                                                                                          {"verifier", "check"},
                                                                                          {"lancer", "run"},
                                                                                          {"tracer", "trace"},
                                                                                          {"suivant", "next"},
                                                                                          {"recommencer", "reset"},
                                                                                          {"corrige", "solution"},
                                                                                          {"nouveau", "new"},
                                                                                          {"completion", "completions"},
                                                                                          {"manuel", "man"},
                                                                                          {"indice", "hint"},
                                                                                          {"diagnostic", "doctor"},
                                                                                          {"corriger", "grade"},
                                                                                          {"paquet", "pack"},
                                                                                          {"ressemblances", "similar"},
                                                                                          {"prouver", "verify"}}) {
        EXPECT_EQ(type({french, "--help"}).out, type({english, "--help"}).out);
    }
}

// --- Mistakes -----------------------------------------------------------------------------------------------------

/// What is said of a wrong command line: one sentence and where to find help, exit status 2, nothing on standard output.
std::string refusal(const std::vector<std::string>& words)
{
    const Spoken spoken = type(words);
    EXPECT_EQ(spoken.status, 2);
    EXPECT_THAT(spoken.out, IsEmpty());
    EXPECT_THAT(spoken.err, AllOf(StartsWith("atelier : "), AnyOf(HasSubstr("\nL'aide : ./atelier --help\n"),
                                                                  HasSubstr("\nHelp: ./atelier --help\n"))));
    EXPECT_EQ(std::count(spoken.err.begin(), spoken.err.end(), '\n'), 2) << spoken.err;
    return spoken.err;
}

TEST(CommandLine, SuggestsTheNearestCommand)
{
    EXPECT_THAT(refusal({"chek"}), HasSubstr("la commande « chek » n'existe pas. Vouliez-vous dire « check » ?"));
    EXPECT_THAT(refusal({"lisst", "01"}), HasSubstr("Vouliez-vous dire « list » ?"));
    EXPECT_THAT(refusal({"--lang", "en", "verfy"}), HasSubstr("verify"));
    EXPECT_THAT(refusal({"--course", "/", "hnit"}), HasSubstr("« hnit » n'existe pas. Vouliez-vous dire « hint » ?"));
    (void)refusal({""});
}

TEST(CommandLine, SuggestsTheNearestExercise)
{
    EXPECT_THAT(refusal(joined({"check", "01c"}, course)),
                AllOf(HasSubstr("« 01c »"), HasSubstr("Vouliez-vous dire « 01")));
    EXPECT_THAT(refusal(joined({"hint", "01a-notre"}, course)), HasSubstr("« 01a-noter »"));
    EXPECT_THAT(refusal(joined({"lesson", "7"}, course)), HasSubstr("« 01 »"));
}

TEST(CommandLine, SaysWhatIsMissing)
{
    EXPECT_THAT(refusal({"run"}), HasSubstr("il manque un argument : ID\n"));
    EXPECT_THAT(refusal({"grade", "copies"}), HasSubstr("il manque un argument : --out\n"));
    EXPECT_THAT(refusal({"check", "--seed"}), HasSubstr("il manque une valeur après --seed"));
    EXPECT_THAT(refusal({"--lang", "en", "run"}), Not(HasSubstr("il manque")));
}

TEST(CommandLine, SaysWhatIsTooMuch)
{
    EXPECT_THAT(refusal({"list", "encore"}), HasSubstr("un argument n'est pas attendu ici : encore\n"));
    EXPECT_THAT(refusal({"check", "--bidon"}), HasSubstr("--bidon"));
    EXPECT_THAT(refusal({"--bidon"}), HasSubstr("--bidon"));
}

TEST(CommandLine, SaysWhatDoesNotSuit)
{
    EXPECT_THAT(refusal({"check", "--seed", "beaucoup"}), HasSubstr("un argument ne convient pas : --seed = beaucoup"));
    EXPECT_THAT(refusal({"list", "--tier", "armure"}),
                HasSubstr("le bac à sable « armure » n'existe pas ; choisissez namespaces, landlock ou none"));
    EXPECT_THAT(refusal({"--lang", "de", "list"}),
                HasSubstr("la langue « de » n'est pas proposée ; choisissez fr ou en"));
    EXPECT_THAT(refusal({"list", "--lang=de"}), HasSubstr("« de »"));
    EXPECT_THAT(refusal({"--lang"}), HasSubstr("il manque une valeur après --lang"));
}

TEST(CommandLine, ObeysNothingInItsArguments)
{
    EXPECT_THAT(refusal({"\x1b[31mrouge"}), Not(HasSubstr("\x1b")));
    EXPECT_THAT(refusal(joined({"check", "\x1b[31m\xff"}, course)), Not(HasSubstr("\x1b")));
    EXPECT_THAT(refusal({"list", "--tier", "\x1b[31m"}), Not(HasSubstr("\x1b")));
    EXPECT_THAT(refusal({"--lang", "\x1b[31m"}), Not(HasSubstr("\x1b")));
    EXPECT_THAT(refusal({"check", "--seed", "\x1b[31m"}), Not(HasSubstr("\x1b")));
}

TEST(CommandLine, LeavesArgumentsOfTheProgramAlone)
{
    // « --lang de » belongs to the program of the exercise, behind « -- ».
    const Spoken spoken = type(joined({"run", "01a"}, joined(course, {"--", "inconnu", "--lang", "de"})));
    EXPECT_EQ(spoken.status, 1) << spoken.err;
    EXPECT_THAT(spoken.err, Not(HasSubstr("langue")));
}

/// Where nothing can be clicked, an address is read; figures are told.
TEST(CommandLine, ShowsAddressesAndDescribesFiguresInALesson)
{
    const Spoken lesson = type({"lesson", "05"});
    EXPECT_EQ(lesson.status, 0) << lesson.err;
    EXPECT_THAT(lesson.out,
                AllOf(HasSubstr("(https://www.sqlite.org/"), HasSubstr("[image : La requête s'exécute dans"),
                      Not(HasSubstr("\x1b")), Not(HasSubstr(".svg"))));
}

TEST(CommandLine, LetsLinksBeClickedInATerminal)
{
    const Spoken lesson = type({"lesson", "05"}, {"CLICOLOR_FORCE=1"});
    EXPECT_EQ(lesson.status, 0) << lesson.err;
    EXPECT_THAT(lesson.out,
                AllOf(HasSubstr("\x1b]8;;https://www.sqlite.org/"), Not(HasSubstr("(https://www.sqlite.org/"))));
}

// --- Exit statuses ------------------------------------------------------------------------------------------------

TEST(CommandLine, WelcomesWhoeverTypesNothing)
{
    const Spoken home = type(course);
    EXPECT_EQ(home.status, 0) << home.err;
    EXPECT_THAT(home.out, HasSubstr("./atelier check 01a"));
}

TEST(CommandLine, ExitsZeroWithEveryPointAndOneWithout)
{
    const auto check = [](const char* answer) {
        return type(joined(
            {"check", "01a", "--answer", (source / "tests" / "catalog" / "solutions" / "01a-noter" / answer).string()},
            course));
    };
    const Spoken right = check("right/concis");
    EXPECT_EQ(right.status, 0) << right.out << right.err;
    EXPECT_EQ(check("wrong/compte-un").status, 1);
}

TEST(CommandLine, ExitsTwoWhenItCannotWork)
{
    const Spoken spoken = type({"list", "--course", "/absent"});
    EXPECT_EQ(spoken.status, 2);
    EXPECT_THAT(spoken.err, AllOf(StartsWith("atelier : "), HasSubstr("/absent")));
}

TEST(CommandLine, NeverThrows)
{
    std::string program = "atelier";
    std::string word = "--bidon";
    char* words[] = {program.data(), word.data(), nullptr};
    ::testing::internal::CaptureStderr();
    EXPECT_EQ(run_command_line(2, words), 2);
    EXPECT_THAT(::testing::internal::GetCapturedStderr(), HasSubstr("--bidon"));
}

}  // namespace
}  // namespace atelier
