// SPDX-License-Identifier: MIT
// The course that is shipped, proved sound by its own tool; and the demonstration that the README promises.
#include <gtest/gtest.h>

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

}  // namespace

TEST(Course, IsSound)
{
    const Outcome outcome = grader({"verify"});
    EXPECT_TRUE(outcome.succeeded()) << outcome.out << outcome.err;
}

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
