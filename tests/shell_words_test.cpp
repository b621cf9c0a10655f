// SPDX-License-Identifier: MIT
#include "shell_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "process.hpp"
#include "show.hpp"
#include "support.hpp"

namespace atelier {
namespace {

using testing::ElementsAre;

std::vector<std::string> words(const std::string& line)
{
    const auto command = typed_command(line);
    return command ? command->words : std::vector<std::string>{"(none)"};
}

TEST(ShellWords, AreWhatWasQuotedForAShell)
{
    for (const std::string argument : {"Alice", "", "L'Haÿ", "x'); DROP TABLE utilisateurs;--", "\"a\" 'b' $c `d` \\",
                                       "a b", "a\nb\tc", "\x01\xff'\\", "-- | &", "日本", "!", "a'!b", "~/x", "\\"}) {
        EXPECT_THAT(words(shell_quoted(argument)), ElementsAre(argument));
        const auto piped = typed_command("printf %s " + shell_quoted(argument) + " | cat");
        ASSERT_TRUE(piped) << argument;
        EXPECT_EQ(piped->input, argument);
    }
}

TEST(ShellWords, AreReadAsBashReadsThem)
{
    for (const char* line : {"a  'b c'd", "a\\ b c", "\"L'Haÿ\" ''", "\"a \\\" \\\\ \\$x \\n\"", "$'a\\n\\x4z\\'' b",
                             "a\"b\"'c'$'d'\\e", "-x=1,2 @%+:/.", "a#b # c", "a # b"}) {
        Command bash{.arguments = {"/bin/bash", "-c", std::string("printf '%s\\n' ") + line},
                     .folder = "/",
                     .environment = {"LC_ALL=C.UTF-8"},
                     .input = {},
                     .limits = {},
                     .identity = {}};
        std::string ours;
        for (const std::string& word : words(line)) {
            ours += word + "\n";
        }
        EXPECT_EQ(ours, run(bash).out) << line;
    }
}

TEST(ShellWords, AreNoneWhereAShellWouldHaveToWork)
{
    for (const char* line : {"",
                             " ",
                             "'",
                             "\"a",
                             "$'\\u00e9'",
                             "$'\\x",
                             "a\\",
                             "a\\\nb",
                             "$HOME",
                             "`id`",
                             "\"$x\"",
                             "\"`id`\"",
                             "\"a!\"",
                             "a; b",
                             "a && b",
                             "a & b",
                             "a > b",
                             "a < b",
                             "(a)",
                             "{ a; }",
                             "*.db",
                             "a?",
                             "[ab]",
                             "~",
                             "!!",

                             "a\nb",
                             "a | b",
                             "printf %s a b | c",
                             "printf %s a |",
                             "| a",
                             "printf %s a | b | c",
                             "printf '%s\\n' a | b",
                             "echo a | b"}) {
        EXPECT_THAT(words(line), ElementsAre("(none)")) << line;
    }
}

}  // namespace
}  // namespace atelier
