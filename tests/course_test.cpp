// SPDX-License-Identifier: MIT
// The course that is shipped, proved sound by its own tool; and the demonstration that the README promises.
#include <gtest/gtest.h>

#include <set>

#include "files.hpp"
#include "process.hpp"

namespace atelier {

namespace {

Outcome grader(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), ATELIER_BUILD_FOLDER "/bin/atelier-grader");
    std::vector<std::string> environment{"PATH=/usr/bin", "ATELIER_RACINE=" ATELIER_SOURCE_FOLDER};
    for (const char* name : {"HOME", "XDG_CACHE_HOME", "ATELIER_CACHE", "TMPDIR"}) {
        if (const char* value = std::getenv(name)) {
            environment.push_back(std::string(name) + "=" + value);
        }
    }
    Limits limits;
    limits.wall_time = std::chrono::minutes(20);  // far beyond what it takes: only a hang reaches it
    limits.cpu_time = std::chrono::minutes(10);
    limits.memory_bytes = ~std::size_t{0};
    limits.output_bytes = std::size_t{4} << 20U;
    return run({.arguments = arguments,
                .folder = "/",
                .environment = environment,
                .input = {},
                .limits = limits,
                .identity = {}});
}

/// The numbers of the lessons, and « 00 » for what comes before them.
std::vector<std::string> lesson_numbers()
{
    std::set<std::string> numbers;
    for (const char* folder : {"lessons", "exercises"}) {
        for (const std::string& name : names_in(fs::path(ATELIER_SOURCE_FOLDER) / folder)) {
            if (fs::is_directory(fs::path(ATELIER_SOURCE_FOLDER) / folder / name)) {
                numbers.insert(name.substr(0, 2));
            }
        }
    }
    return {numbers.begin(), numbers.end()};
}

}  // namespace

class EachLesson : public testing::TestWithParam<std::string> {};

// One test a lesson: its name says where to look.
TEST_P(EachLesson, IsSound)
{
    const Outcome outcome = grader({"verify", GetParam()});
    EXPECT_TRUE(outcome.succeeded()) << outcome.out << outcome.err;
}

INSTANTIATE_TEST_SUITE_P(Course, EachLesson, testing::ValuesIn(lesson_numbers()),
                         [](const auto& number) { return number.param; });

// With what no lesson tells alone: links between them, solutions without an exercise.
TEST(Course, IsSoundForOtherDataToo)
{
    const Outcome outcome = grader({"verify", "--seed", "20261124", "--without-mistakes"});
    EXPECT_TRUE(outcome.succeeded()) << outcome.out << outcome.err;
}

TEST(Course, HasADemonstrationThatEndsWell)
{
    const Outcome outcome = grader({"demo"});
    EXPECT_TRUE(outcome.succeeded()) << outcome.err;
    for (const char* student : {"alice", "bruno", "chloe"}) {
        EXPECT_NE(outcome.out.find(student), std::string::npos) << outcome.out;
    }
}

}  // namespace atelier
