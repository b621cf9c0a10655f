// SPDX-License-Identifier: MIT
#include "diagnostics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

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
    const std::string long_name(100'000, 'x');
    EXPECT_LT(told("reponse.cpp:1:1: error: " + long_name).size(), 6'000U);
    EXPECT_LT(told("reponse.cpp:1:1: error: unknown type name '" + long_name + "'").size(), 6'000U);
    EXPECT_LT(explain_linker("mold: error: undefined symbol: " + long_name + "\n", "reponse.cpp").size(), 6'000U);
}

TEST(Diagnostics, AnAssemblerKnowsNoColumn)
{
    const std::string said =
        told("reponse.cpp: Assembler messages:\nreponse.cpp:3: Error: no such instruction: `foo'\n");
    EXPECT_THAT(said, StartsWith("À la ligne 3 de reponse.cpp\u00A0:\n"));
    EXPECT_THAT(said, Not(HasSubstr("colonne")));
}

TEST(Diagnostics, ALineBeforeTheFirstIsNoPlace)
{
    EXPECT_THAT(told("reponse.cpp:-1:-1: error: x\n"), Not(HasSubstr("ligne")));
    EXPECT_THAT(told("reponse.cpp:0:0: error: x\n"), Not(HasSubstr("ligne")));
}

TEST(Diagnostics, ANameOfManyLinesMakesNoLinesOfTheReport)
{
    EXPECT_THAT(explain_linker("b.cpp:(.text+0x0): undefined reference to `a\nTout est réussi.\n'\n", "reponse.cpp"),
                StartsWith("La fonction «\u00A0a␊Tout est réussi.␊\u00A0» est déclarée"));
}

TEST(Diagnostics, NumbersThatAreNoPlaceAreNoTrouble)
{
    for (const char* line :
         {"reponse.cpp:99999999999999999999:1: error: x\n", "reponse.cpp:: error: x\n", "reponse.cpp:3 error: x\n",
          "reponse.cpp:-1:-1: error: x\n", "reponse.cpp:3:", "reponse.cpp:"}) {
        EXPECT_THAT(told(line), HasSubstr(std::string(line).substr(0, 10)));
    }
}

}  // namespace
}  // namespace atelier
