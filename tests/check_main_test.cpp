// SPDX-License-Identifier: MIT
// The checks program of an exercise, run as the grader runs it.
#include <gmock/gmock.h>

#include "catalog.hpp"
#include "checks_program.hpp"
#include "files.hpp"
#include "job.hpp"
#include "process.hpp"

namespace atelier {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const fs::path root = fs::path(ATELIER_SOURCE_FOLDER) / "tests" / "catalog";

Outcome checks(const std::vector<std::string>& arguments, const std::string& input)
{
    Command command{.arguments = {ATELIER_BUILD_FOLDER "/checks/tests/catalog/exercises/01a-noter"},
                    .folder = "/",
                    .environment = {"LC_ALL=C.UTF-8"},
                    .input = input,
                    .limits = Limits{},
                    .identity = {}};
    command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
    command.limits.memory_bytes = ~std::size_t{0};
    return run(command);
}

TEST(ChecksProgram, TellsItsTestsWithoutAJob)
{
    const Outcome outcome = checks({"--gtest_list_tests"}, "");
    EXPECT_TRUE(outcome.succeeded()) << outcome.err;
    EXPECT_EQ(outcome.out, "Carnet.\n  UneNote\n  Compte\n");
    EXPECT_THAT(names_of_checks(load_catalog(root).exercise("01a")), ElementsAre("UneNote", "Compte"));
}

TEST(ChecksProgram, RefusesWhatIsNotAJob)
{
    for (const char* input : {"", "{}", "bonjour"}) {
        const Outcome outcome = checks({}, input);
        EXPECT_EQ(outcome.end, Outcome::End::exited);
        EXPECT_EQ(outcome.code, 2);
        EXPECT_THAT(outcome.err, HasSubstr("reads its job on standard input"));
        EXPECT_THAT(outcome.out, IsEmpty());
    }
}

}  // namespace
}  // namespace atelier
