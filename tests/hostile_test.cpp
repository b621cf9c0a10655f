// SPDX-License-Identifier: MIT
// Hostile answers, tests/hostile/answers: each gets the verdict it must get, in each tier, and leaves nothing behind.
// tests/hostile/README.md says how to add one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "hostile_course.hpp"

namespace atelier {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

struct Case {
    std::string tier;
    std::string name;
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

bool has_compiler_of_golden_texts(const std::string& tier) { return tier == "namespaces" && test::has_golden_tools(); }

class Hostile : public ::testing::TestWithParam<Case> {};

TEST_P(Hostile, GetsItsVerdict)
{
    const fs::path folder = test::hostile_answers / GetParam().name;
    json expected = json::parse(read_file(folder / "expected.json"));
    expected.update(expected.value(GetParam().tier, json::object()));
    const test::HostileMachine machine(GetParam().tier);
    const test::Ran ran = machine.check(folder, test::exercise_of(folder));
    if (ran.status == 2 && !machine.offers()) {
        GTEST_SKIP() << "this machine does not offer the tier " << GetParam().tier;
    }
    ASSERT_NE(ran.status, 2) << "an answer stopped the grader: " << ran.err;
    const json verdict = json::parse(ran.out);
    const std::string words = test::words_of(verdict);
    EXPECT_EQ(verdict.at("tier"), GetParam().tier);
    EXPECT_EQ(verdict.at("outcome"), expected.at("outcome")) << words;
    EXPECT_EQ(test::passed_checks(verdict), expected.at("passed").get<std::vector<std::string>>()) << words;
    test::expect_plain(words);
    for (const json& said : expected.value("says", json::array())) {
        EXPECT_THAT(words, HasSubstr(said.get<std::string>()));
    }
    for (const json& said : expected.value("never", json::array())) {
        EXPECT_THAT(words, Not(HasSubstr(said.get<std::string>())));
    }
    if (fs::exists(folder / "report.txt") && has_compiler_of_golden_texts(GetParam().tier)) {
        test::expect_golden(words, folder / "report.txt");
    }
}

/// What a machine does not offer is left out without a failure: so one tier at least must not be.
TEST(HostileTiers, TheOneThatTheDoctorFindsWorks)
{
    const std::string best = test::diagnosis().at("tier");
    if (best == "none") {
        GTEST_SKIP() << "this machine has no sandbox";
    }
    EXPECT_TRUE(test::HostileMachine(best).offers());
}

std::vector<Case> cases_of(const std::string& tier)
{
    std::vector<Case> cases;
    for (const std::string& name : names_in(test::hostile_answers)) {
        cases.push_back({tier, name});
    }
    return cases;
}

/// Without a sandbox, those that hurt nobody even so.
std::vector<Case> harmless_cases()
{
    std::vector<Case> cases = cases_of("none");
    std::erase_if(cases, [](const Case& one) {
        const std::string expected = read_file(test::hostile_answers / one.name / "expected.json");
        return !json::parse(expected).value("without_sandbox", false);
    });
    return cases;
}

std::string row_and_name(const ::testing::TestParamInfo<Case>& info)
{
    return "row" + test::test_name(info.param.name);
}

INSTANTIATE_TEST_SUITE_P(namespaces, Hostile, ::testing::ValuesIn(cases_of("namespaces")), row_and_name);
INSTANTIATE_TEST_SUITE_P(landlock, Hostile, ::testing::ValuesIn(cases_of("landlock")), row_and_name);
INSTANTIATE_TEST_SUITE_P(none, Hostile, ::testing::ValuesIn(harmless_cases()), row_and_name);

}  // namespace
}  // namespace atelier
