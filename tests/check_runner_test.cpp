// SPDX-License-Identifier: MIT
#include "check/runner.hpp"

#include <gtest/gtest.h>

#include "support.hpp"

namespace atelier::check {
namespace {

Job job()
{
    Job made;
    made.short_id = "03a";
    return made;
}

TEST(ReplayCommand, IsWhatOneWouldType)
{
    EXPECT_EQ(replay_command(job(), {.arguments = {"inserer", "base.db", "Alice", "30"}, .input = {}, .sql = {}}),
              "./atelier run 03a -- inserer base.db Alice 30");
    EXPECT_EQ(replay_command(job(), {.arguments = {}, .input = {}, .sql = {}}), "./atelier run 03a --");
}

TEST(ReplayCommand, QuotesWhatAShellWouldChange)
{
    EXPECT_EQ(replay_command(job(), {.arguments = {"inserer", "Jean Marc", ""}, .input = {}, .sql = {}}),
              "./atelier run 03a -- inserer 'Jean Marc' ''");
    EXPECT_EQ(replay_command(job(), {.arguments = {"inserer", "L'Haÿ'); DROP TABLE t;--"}, .input = {}, .sql = {}}),
              "./atelier run 03a -- inserer \"L'Haÿ'); DROP TABLE t;--\"");
    EXPECT_EQ(replay_command(job(), {.arguments = {"inserer", "a\nb\x1b"}, .input = {}, .sql = {}}),
              "./atelier run 03a -- inserer $'a\\x0ab\\x1b'");
}

TEST(ReplayCommand, SaysTheSeedOnlyWhenItIsAnother)
{
    Job other = job();
    other.seed = 42;
    EXPECT_EQ(replay_command(other, {.arguments = {"lire"}, .input = {}, .sql = {}}),
              "./atelier run 03a --seed 42 -- lire");
}

TEST(ReplayCommand, AddsTheSqlAndTheInput)
{
    EXPECT_EQ(replay_command(job(), {.arguments = {"lire"}, .input = "oui\nnon\n", .sql = "DELETE FROM t;"}),
              "printf %s $'oui\\x0anon\\x0a' | ./atelier run 03a --sql 'DELETE FROM t;' -- lire");
}

/// What a shell makes of the words after `--`.
TEST(ReplayCommand, ComesOutOfAShellAsItWentIn)
{
    const std::vector<std::string> words{"L'Haÿ", "a b", "$HOME `id` \\", "\"'!", "\xff\x01", "*", "-x", ""};
    const std::string command = replay_command(job(), {.arguments = words, .input = {}, .sql = {}});
    const std::string rest = command.substr(command.find(" -- ") + 4);
    const Outcome outcome = run({.arguments = {"/bin/bash", "-c", "printf '%s\\0' " + rest},
                                 .folder = "/",
                                 .environment = {"LC_ALL=C.UTF-8"},
                                 .input = {},
                                 .limits = Limits{},
                                 .identity = {}});
    std::string expected;
    for (const std::string& word : words) {
        expected += word + '\0';
    }
    EXPECT_EQ(outcome.out, expected);
}

}  // namespace
}  // namespace atelier::check
