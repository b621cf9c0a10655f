// SPDX-License-Identifier: MIT
#include "show.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "process.hpp"
#include "utf8.hpp"

namespace atelier {
namespace {

using namespace std::string_view_literals;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Show, LinesComeWithoutTheirEnds)
{
    EXPECT_THAT(lines_of(""), IsEmpty());
    EXPECT_THAT(lines_of("a"), ElementsAre("a"));
    EXPECT_THAT(lines_of("a\n"), ElementsAre("a"));
    EXPECT_THAT(lines_of("a\n\nb"), ElementsAre("a", "", "b"));
    EXPECT_THAT(lines_of("\n"), ElementsAre(""));
}

TEST(Show, VisibleLinesKeepTheirLinesAndWidenTheirTabs)
{
    EXPECT_EQ(visible_lines(""), "");
    EXPECT_EQ(visible_lines("a\tb\n"), "a    b\n");
    EXPECT_EQ(visible_lines("a\nb"), "a\nb");
    EXPECT_EQ(visible_lines("\n\n"), "\n\n");
}

TEST(Show, VisibleLinesLeaveNothingThatCommandsATerminal)
{
    EXPECT_EQ(visible_lines("\x1B[31m\r\n\xFF\0\n"sv), "␛[31m␍\n\uFFFD␀\n");
}

TEST(Show, ShortenedLeavesAShortTextAlone)
{
    EXPECT_EQ(shortened("", 2, 10), "");
    EXPECT_EQ(shortened("a\nb\n", 2, 10), "a\nb\n");
    EXPECT_EQ(shortened("a\nb", 2, 10), "a\nb\n");
}

TEST(Show, ShortenedCutsAfterSoManyLines) { EXPECT_EQ(shortened("a\nb\nc\n", 2, 10), "a\nb\n…\n"); }

TEST(Show, ShortenedCutsAfterSoManyBytes)
{
    EXPECT_EQ(shortened("abcdefgh\n", 5, 3), "abc…\n");
    EXPECT_EQ(shortened("abc\ndef\n", 5, 4), "abc\n…\n");
}

TEST(Show, ShortenedNeverCutsACharacter)
{
    for (std::size_t bytes = 0; bytes < 12; ++bytes) {
        EXPECT_TRUE(is_valid_utf8(shortened("é€😀é\n", 1, bytes))) << bytes;
    }
    EXPECT_EQ(shortened("€€\n", 1, 5), "€…\n");
}

TEST(Show, AnExcerptIsOneVisibleLine)
{
    EXPECT_EQ(excerpt("a\nb\x1B", 10), "a␊b␛");
    EXPECT_EQ(excerpt("abcd", 3), "abc…");
    EXPECT_EQ(excerpt("a€€", 5), "a€…");
    EXPECT_EQ(excerpt("\x80\x80\x80\x80\x80\x80", 5), "\uFFFD\uFFFD…");
    EXPECT_EQ(excerpt("", 0), "");
}

TEST(Show, IndentedPutsAMarginBeforeEachLineButEmptyOnes)
{
    EXPECT_EQ(indented("a\n\nb", "  | "), "  | a\n\n  | b\n");
    EXPECT_EQ(indented("", "  "), "");
}

TEST(Show, PaddedCountsColumns)
{
    EXPECT_EQ(padded("Haÿ", 5), "Haÿ  ");
    EXPECT_EQ(padded("中", 3), "中 ");
    EXPECT_EQ(padded("too long", 3), "too long");
}

TEST(Show, PlainArgumentsAreTypedBare)
{
    for (const char* plain : {"base.db", "--seed=1", "a/b_c-d,e:f@g+h%", "30"}) {
        EXPECT_EQ(shell_quoted(plain), plain);
    }
}

TEST(Show, QuotingChoosesWhatIsEasiestToRead)
{
    EXPECT_EQ(shell_quoted(""), "''");
    EXPECT_EQ(shell_quoted("two words"), "'two words'");
    EXPECT_EQ(shell_quoted("L'Haÿ"), "\"L'Haÿ\"");
    EXPECT_EQ(shell_quoted("it's $5"), "'it'\\''s $5'");
    EXPECT_EQ(shell_quoted("a\nb"), "$'a\\x0ab'");
    EXPECT_EQ(shell_quoted("a\u009Bb\u202E"), "$'a\\xc2\\x9bb\\xe2\\x80\\xae'") << "a terminal would obey them";
}

TEST(Show, AShellReadsBackWhatWasQuoted)
{
    std::string every_byte;
    for (int c = 1; c < 256; ++c) {
        every_byte += static_cast<char>(c);
    }
    const std::vector<std::string> arguments{"",
                                             "plain",
                                             "two words",
                                             "L'Haÿ'); DROP TABLE utilisateurs;--",
                                             "\"",
                                             "'",
                                             "\\",
                                             "$HOME `id` !!",
                                             "~",
                                             "*",
                                             "a\nb",
                                             "\xE9t\xE9",
                                             "\x0a"
                                             "f",
                                             "é\nabc",
                                             "'\n\\",
                                             "-n",
                                             "{a,b}",
                                             "#",
                                             "=ls",
                                             every_byte};
    for (const std::string& argument : arguments) {
        // bash, for its $'…': a student's own shell (bash, zsh) knows it.
        Command command;
        command.arguments = {"/bin/bash", "-c", "printf %s " + shell_quoted(argument)};
        command.folder = "/";
        command.environment = {"LC_ALL=C.UTF-8", "HOME=/root"};
        EXPECT_EQ(run(command).out, argument) << shell_quoted(argument);
    }
}

}  // namespace
}  // namespace atelier
