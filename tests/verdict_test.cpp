// SPDX-License-Identifier: MIT
#include "verdict.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace atelier {
namespace {

Exercise exercise()
{
    Exercise result;
    result.id = "01a-noter";
    result.checks = {{.name = "Un", .points = 2, .title = "Le premier", .task = 1, .hint = 1},
                     {.name = "Deux", .points = 3, .title = "Le deuxième", .task = 2, .hint = 0}};
    return result;
}

CheckResult result(const std::string& name, bool passed, const std::string& message = {})
{
    return {.name = name,
            .passed = passed,
            .message = message,
            .replay = passed ? "" : "./atelier run",
            .stopped_by_clock = false,
            .runs = {}};
}

TEST(Verdict, GivesThePointsOfTheChecksPassed)
{
    EXPECT_EQ(graded(exercise(), {result("Un", true), result("Deux", true)}).points(), 5);
    EXPECT_TRUE(graded(exercise(), {result("Un", true), result("Deux", true)}).is_perfect());
    const Verdict partly = graded(exercise(), {result("Un", false, "Attendu"), result("Deux", true)});
    EXPECT_EQ(partly.points(), 3);
    EXPECT_EQ(partly.max_points(), 5);
    EXPECT_FALSE(partly.is_perfect());
    EXPECT_EQ(partly.outcome, VerdictOutcome::graded);
    EXPECT_EQ(partly.checks[0].status, CheckStatus::failed);
    EXPECT_EQ(partly.checks[0].message, "Attendu");
    EXPECT_EQ(partly.checks[0].replay, "./atelier run");
    EXPECT_EQ(partly.checks[1].status, CheckStatus::passed);
    EXPECT_EQ(partly.checks[1].message, "");
}

TEST(Verdict, KeepsTheOrderOfTheExerciseWhateverThatOfTheResults)
{
    const Verdict verdict = graded(exercise(), {result("Deux", true), result("Un", false)});
    EXPECT_EQ(verdict.checks[0].info.name, "Un");
    EXPECT_EQ(verdict.checks[1].info.name, "Deux");
    EXPECT_EQ(verdict.points(), 3);
}

TEST(Verdict, ACheckThatToldNothingIsLost)
{
    const Verdict verdict = graded(exercise(), {result("Un", true)});
    EXPECT_EQ(verdict.points(), 2);
    EXPECT_EQ(verdict.checks[1].status, CheckStatus::not_run);
    EXPECT_NE(verdict.checks[1].message, "");
    EXPECT_EQ(graded(exercise(), {}).points(), 0);
}

TEST(Verdict, AResultThatNobodyDeclaredEarnsNothing)
{
    const Verdict verdict = graded(exercise(), {result("Trois", true), result("Un", true)});
    EXPECT_EQ(verdict.points(), 2);
    EXPECT_EQ(verdict.checks.size(), 2U);
}

TEST(Verdict, OnAnAnswerThatNeverRanLosesEverything)
{
    const Verdict verdict = not_graded(exercise(), VerdictOutcome::does_not_compile, "À la ligne 3");
    EXPECT_EQ(verdict.points(), 0);
    EXPECT_EQ(verdict.max_points(), 5);
    EXPECT_EQ(verdict.message, "À la ligne 3");
    for (const CheckVerdict& check : verdict.checks) {
        EXPECT_EQ(check.status, CheckStatus::not_run);
    }
}

TEST(Verdict, IsToldInJsonAsTheContractSays)
{
    Verdict verdict = graded(exercise(), {result("Un", true), result("Deux", false, "Attendu : 3")});
    verdict.tier = Tier::none;
    verdict.seed = 7;
    EXPECT_EQ(
        to_json(verdict).dump(),
        R"({"exercise":"01a-noter","outcome":"graded","points":2,"max_points":5,"tier":"none","seed":7,"message":"","answer_sha256":"","checks":[)"
        R"({"name":"Un","title":"Le premier","status":"passed","points":2,"max_points":2,"task":1,"message":"","replay":""},)"
        R"({"name":"Deux","title":"Le deuxième","status":"failed","points":0,"max_points":3,"task":2,"message":"Attendu : 3","replay":"./atelier run"}]})");
    EXPECT_EQ(to_json(not_graded(exercise(), VerdictOutcome::no_answer, "")).at("outcome"), "no_answer");
    EXPECT_EQ(to_json(not_graded(exercise(), VerdictOutcome::does_not_compile, "")).at("outcome"), "does_not_compile");
    EXPECT_EQ(to_json(not_graded(exercise(), VerdictOutcome::no_answer, "")).at("checks").at(0).at("status"),
              "not_run");
}

TEST(Verdict, KeepsOnceWhatWasFoundOnALineAndTellsItInJson)
{
    CheckResult one = result("Un", false, "perdue");
    one.findings = {{.line = 3, .column = 0, .rule = "null-pointer", .message = "Le programme suit un pointeur nul."}};
    CheckResult two = one;
    two.name = "Deux";
    two.findings.push_back({.line = 9, .column = 2, .rule = "memory-leak", .message = "Une fuite."});
    const Verdict verdict = graded(exercise(), {one, two});
    ASSERT_EQ(verdict.findings.size(), 2U);
    EXPECT_EQ(to_json(verdict).at("findings").at(1).dump(),
              R"({"line":9,"column":2,"rule":"memory-leak","message":"Une fuite."})");
    const std::optional<Verdict> back = verdict_from_json(exercise(), to_json(verdict));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->findings.at(0).line, 3);
    EXPECT_FALSE(to_json(graded(exercise(), {result("Un", true)})).contains("findings"));
}

TEST(Verdict, ComesBackFromItsJson)
{
    Verdict verdict = graded(exercise(), {result("Un", true), result("Deux", false, "Attendu : 3")});
    verdict.tier = Tier::landlock;
    verdict.seed = 7;
    const std::optional<Verdict> back = verdict_from_json(exercise(), to_json(verdict));
    ASSERT_TRUE(back.has_value());
    EXPECT_EQ(to_json(*back), to_json(verdict));
    EXPECT_EQ(back->points(), 2);
}

TEST(Verdict, DoesNotComeFromAnythingElse)
{
    const nlohmann::ordered_json good = to_json(graded(exercise(), {result("Un", true), result("Deux", true)}));
    for (const auto& [key, value] :
         std::vector<std::pair<std::string, nlohmann::ordered_json>>{{"exercise", "01b-autre"},
                                                                     {"outcome", "perfect"},
                                                                     {"points", 6},
                                                                     {"tier", "bunker"},
                                                                     {"seed", "un"},
                                                                     {"checks", nlohmann::ordered_json::array()},
                                                                     {"message", 3}}) {
        nlohmann::ordered_json bad = good;
        bad[key] = value;
        EXPECT_FALSE(verdict_from_json(exercise(), bad).has_value()) << key;
        bad = good;
        bad.erase(key);
        EXPECT_FALSE(verdict_from_json(exercise(), bad).has_value()) << key;
    }
    nlohmann::ordered_json bad = good;
    bad["checks"][1]["max_points"] = 30;
    EXPECT_FALSE(verdict_from_json(exercise(), bad).has_value());
    EXPECT_FALSE(verdict_from_json(exercise(), nullptr).has_value());
}

TEST(Verdict, IsNotRepeatableWhenTheClockStoppedARun)
{
    CheckResult stopped = result("Deux", false, "Trop lent");
    EXPECT_TRUE(graded(exercise(), {result("Un", true), stopped}).repeatable);
    stopped.stopped_by_clock = true;
    EXPECT_FALSE(graded(exercise(), {result("Un", true), stopped}).repeatable);
}

}  // namespace
}  // namespace atelier
