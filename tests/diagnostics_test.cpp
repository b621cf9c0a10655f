// SPDX-License-Identifier: MIT
#include "diagnostics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "show.hpp"
#include "support.hpp"
#include "utf8.hpp"

namespace atelier {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string told(std::string_view output) { return explain_compiler(output, "reponse.cpp"); }

TEST(Diagnostics, TellTheFirstErrorOfTheAnswerAndItsPlace)
{
    EXPECT_THAT(told("reponse.cpp:3:9: warning: unused variable 'a' [-Wunused-variable]\n"
                     "reponse.cpp:5:12: error: expected ';' after expression\n"
                     "reponse.cpp:9:1: error: use of undeclared identifier 'x'\n"),
                AllOf(StartsWith("À la ligne 5 de reponse.cpp, colonne 12"), HasSubstr("point-virgule"),
                      Not(HasSubstr("«\u00A0x\u00A0»"))));
}

TEST(Diagnostics, KeepTheToolsOwnWordsBehindAMargin)
{
    EXPECT_THAT(told("reponse.cpp:5:12: error: expected ';' after expression\n  f()\n     ^\n"),
                HasSubstr("  | reponse.cpp:5:12: error: expected ';' after expression\n  |   f()\n  |      ^\n"));
}

TEST(Diagnostics, FollowAnErrorOfALibraryBackToTheAnswer)
{
    EXPECT_THAT(
        told("/usr/include/SQLiteCpp/Statement.h:42:5: error: static assertion failed: no such type\n"
             "reponse.cpp:7:10: note: in instantiation of function template specialization 'f<int>' requested here\n"),
        StartsWith("À la ligne 7 de reponse.cpp"));
    EXPECT_THAT(
        told(
            "In file included from reponse.cpp:1:\n/usr/include/x.h: In instantiation of 'void f(T) [with T = int]':\nreponse.cpp:8:6:   required from here\n/usr/include/x.h:3:2: error: static assertion failed: no\n"),
        StartsWith("À la ligne 8 de reponse.cpp"));
}

TEST(Diagnostics, DoNotTakeAnotherFileForTheAnswer)
{
    const std::string said = told("ma_reponse.cpp:3:1: error: expected ';' after expression\n");
    EXPECT_THAT(said, Not(HasSubstr("ligne 3 de reponse.cpp")));
    EXPECT_THAT(told("/construction/reponse.cpp:3:1: error: expected ';' after expression\n"),
                StartsWith("À la ligne 3 de reponse.cpp"));
}

TEST(Diagnostics, AnUnknownErrorIsQuoted)
{
    EXPECT_THAT(told("reponse.cpp:5:12: error: the moon is full\n"),
                AllOf(StartsWith("À la ligne 5 de reponse.cpp"), HasSubstr("the moon is full\nLe message d'origine")));
}

TEST(Diagnostics, SayLittleAboutNothing)
{
    EXPECT_EQ(told("").find("ligne"), std::string::npos);
    EXPECT_THAT(told("clang: error: unable to execute command: Killed\n"),
                HasSubstr("  | clang: error: unable to execute command: Killed\n"));
}

TEST(Diagnostics, LeaveNothingThatCommandsATerminal)
{
    const std::string said =
        told("reponse.cpp:5:12: error: use of undeclared identifier '\x1B[2J\xFF'\n\x1B]0;title\x07\n");
    EXPECT_THAT(said, AllOf(Not(HasSubstr("\x1B")), Not(HasSubstr("\x07")), Not(HasSubstr("\xFF"))));
    EXPECT_TRUE(is_valid_utf8(said));
}

TEST(Diagnostics, NamesWithBracesAreNotTakenForHoles)
{
    EXPECT_THAT(told("reponse.cpp:5:12: error: use of undeclared identifier '{}{0}%s'\n"), HasSubstr("{}{0}%s"));
    EXPECT_THAT(explain_linker("mold: error: undefined symbol: f({}, {9})\n", "reponse.cpp"), HasSubstr("f({}, {9})"));
}

TEST(Diagnostics, StayShortHoweverLongTheOutput)
{
    std::string endless;
    for (int i = 0; i < 20'000; ++i) {
        endless += "reponse.cpp:" + std::to_string(i + 1) + ":1: error: use of undeclared identifier '" +
                   std::string(i == 0 ? 300 : 3, 'x') + "'\n";
    }
    EXPECT_LT(told(endless).size(), 6'000U);
    EXPECT_LT(told("reponse.cpp:1:1: error: " + std::string(100'000, 'x')).size(), 110'000U);
}

TEST(Diagnostics, NumbersThatAreNoPlaceAreNoTrouble)
{
    for (const char* line :
         {"reponse.cpp:99999999999999999999:1: error: x\n", "reponse.cpp:: error: x\n", "reponse.cpp:3 error: x\n",
          "reponse.cpp:-1:-1: error: x\n", "reponse.cpp:3:", "reponse.cpp:"}) {
        EXPECT_THAT(told(line), HasSubstr(std::string(line).substr(0, 10)));
    }
}

TEST(Diagnostics, OfALinkerNameTheFunctionThatIsMissing)
{
    const std::vector<std::string> outputs{
        "mold: error: undefined symbol: ajouter(SQLite::Database&, int)\n>>> referenced by programme.cpp\n>>>               /tmp/x.o\n",
        "/usr/bin/ld: /atelier/objects/x.o: in function `main':\nprogramme.cpp:(.text+0x1f): undefined reference to `ajouter(SQLite::Database&, int)'\n",
    };
    for (const std::string& output : outputs) {
        EXPECT_THAT(explain_linker(output, "reponse.cpp"),
                    AllOf(HasSubstr("ajouter(SQLite::Database&, int)"), HasSubstr("fourni.hpp"), HasSubstr("  | ")))
            << output;
    }
}

TEST(Diagnostics, OfALinkerNameWhatIsDefinedTwice)
{
    for (
        const char* output :
        {"mold: error: duplicate symbol: a.o: b.o: main\n",
         "/usr/bin/ld: b.o: in function `main':\nb.cpp:(.text+0x0): multiple definition of `main'; a.o:a.cpp:(.text+0x0): first defined here\n"}) {
        EXPECT_THAT(explain_linker(output, "reponse.cpp"), HasSubstr("définit main")) << output;
    }
    EXPECT_THAT(explain_linker("mold: error: duplicate symbol: a.o: b.o: f(int)\n", "reponse.cpp"),
                HasSubstr("f(int)"));
    EXPECT_THAT(explain_linker("mold: fatal: out of ideas\n", "reponse.cpp"),
                AllOf(HasSubstr("reponse.cpp"), HasSubstr("  | mold: fatal: out of ideas")));
}

/// A common mistake, and a word that its explanation must have before the tool's own.
struct Mistake {
    const char* name;
    const char* source;
    int line;
    const char* word;

    friend std::ostream& operator<<(std::ostream& out, const Mistake& mistake) { return out << mistake.name; }
};

class CommonMistake : public testing::TestWithParam<Mistake> {};

TEST_P(CommonMistake, IsExplainedWhicheverTheCompiler)
{
    const Mistake& mistake = GetParam();
    const TemporaryFolder folder;
    write_file(folder.path() / "reponse.cpp", mistake.source);
    for (const char* compiler : {"/usr/bin/clang++", "/usr/bin/g++"}) {
        if (::access(compiler, X_OK) != 0) {
            continue;
        }
        Command command;
        command.arguments = {compiler,     "-std=c++20", "-fsyntax-only", "-Wall", "-fdiagnostics-color=never",
                             "reponse.cpp"};
        command.folder = folder.path();
        command.environment = {"PATH=/usr/bin", "LC_ALL=C.UTF-8"};
        command.limits = compile_limits();
        const Outcome outcome = run(command);
        EXPECT_FALSE(outcome.succeeded());
        const std::string said = told(outcome.err);
        const std::string french = said.substr(0, said.find("Le message d'origine"));
        EXPECT_THAT(french, AllOf(StartsWith("À la ligne " + std::to_string(mistake.line) + " de reponse.cpp"),
                                  HasSubstr(mistake.word), Not(HasSubstr("Le compilateur refuse"))))
            << compiler << " said:\n"
            << said;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Diagnostics, CommonMistake,
    testing::Values(
        Mistake{"SemicolonForgotten", "int f()\n{\n    return 1\n}\n", 3, "point-virgule"},
        Mistake{"BraceForgotten", "int f()\n{\n    return 1;\n", 3, "accolade"},
        Mistake{"ParenthesisForgotten", "int f()\n{\n    return (1;\n}\n", 3, "parenthèse"},
        Mistake{"NameUnknown", "int f()\n{\n    return nombre;\n}\n", 3, "«\u00A0nombre\u00A0»"},
        Mistake{"TypeUnknown", "Base f();\n", 1, "«\u00A0Base\u00A0»"},
        Mistake{"IncludeUnknown", "#include \"absent.hpp\"\n", 1, "«\u00A0absent.hpp\u00A0»"},
        Mistake{"NotInNamespace", "#include <string>\nstd::strng f();\n", 2, "strng"},
        Mistake{"MemberUnknown", "struct S { int a; };\nint f(S s) { return s.b; }\n", 2, "«\u00A0b\u00A0»"},
        Mistake{"DefinedTwice", "int f() { return 1; }\nint f() { return 2; }\n", 2, "deux fois"},
        Mistake{"CallWithTooFew", "int f(int);\nint g() { return f(); }\n", 2, "argument"},
        Mistake{"WrongConversion", "#include <string>\nint f(std::string s) { return s; }\n", 2, "std::string"},
        Mistake{"CopyForbidden",
                "struct S { S() = default; S(const S&) = delete; };\nvoid f(S);\nvoid g() { S s; f(s); }\n", 3, "copi"},
        Mistake{"ConstModified", "void f(const int& a) { a = 3; }\n", 1, "constante"},
        Mistake{"QuoteForgotten", "const char* f() { return \"a; }\n", 1, "guillemet"}),
    [](const testing::TestParamInfo<Mistake>& info) { return info.param.name; });

}  // namespace
}  // namespace atelier
