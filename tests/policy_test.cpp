// SPDX-License-Identifier: MIT
#include "policy.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "class_sample.hpp"
#include "error.hpp"
#include "french.hpp"

namespace atelier {
namespace {

using test::plain;
using testing::HasSubstr;

Policy rules(const std::string& toml) { return policy_from_toml(toml, "regles.toml"); }

/// An answer to the exercise 01a, worth 5, all of it earned, handed in then.
Attempt perfect(const std::string& handed_in)
{
    return {.verdict = sample_verdict(sample_exercises()[0], VerdictOutcome::graded, "pp", {}), .handed_in = handed_in};
}

int hundredths(const Policy& policy, const std::string& handed_in)
{
    return mark_of(policy, {}, perfect(handed_in)).hundredths;
}

std::string refusal_of(const std::string& toml)
{
    try {
        (void)rules(toml);
    } catch (const Error& error) {
        return plain(error.what());
    }
    return {};
}

TEST(APolicy, OfNoRulesChangesNothing)
{
    const Mark mark = mark_of(rules(""), {}, perfect("2030-01-01T00:00:00Z"));
    EXPECT_EQ(mark.hundredths, 500);
    EXPECT_EQ(mark.note, "");
}

TEST(APolicy, CountsEachDayBegunUpToAMost)
{
    const Policy policy = rules("deadline = 2026-10-01T23:59:59+02:00\npenalty_per_day = 15\nmost_penalty = 40\n");
    EXPECT_EQ(hundredths(policy, "2026-10-01T21:59:59Z"), 500);
    EXPECT_EQ(hundredths(policy, "2026-10-01T22:00:00Z"), 425);
    EXPECT_EQ(hundredths(policy, "2026-10-02T21:59:59Z"), 425);
    EXPECT_EQ(hundredths(policy, "2026-10-02T22:00:00Z"), 350);
    EXPECT_EQ(hundredths(policy, "2027-10-02T22:00:00Z"), 300);
    EXPECT_EQ(hundredths(policy, ""), 500);
    EXPECT_EQ(plain(mark_of(policy, {}, perfect("2026-10-02T23:00:00Z")).note),
              "Rendu avec 2 jours de retard : -30 %.");
}

TEST(APolicy, MayDifferForAnExercise)
{
    const Policy policy = rules(
        "deadline = 2026-10-01T00:00:00Z\npenalty_per_day = 10\n[exercise.01a]\ndeadline = 2026-10-08T00:00:00Z\n");
    EXPECT_EQ(hundredths(policy, "2026-10-05T00:00:00Z"), 500);
    EXPECT_EQ(hundredths(policy, "2026-10-09T00:00:00Z"), 450);
    EXPECT_EQ(policy.lateness_of("02a-creer").deadline, seconds_of("2026-10-01"));
}

TEST(APolicy, MistakesAreToldWithTheirLine)
{
    EXPECT_THAT(refusal_of("deadline = "), HasSubstr("regles.toml, ligne 1 : ce n'est pas du TOML"));
    EXPECT_THAT(refusal_of("a = 1"), HasSubstr("la clé « a » n'existe pas ici"));
    EXPECT_THAT(refusal_of("\npenalty_per_day = 101"),
                HasSubstr("ligne 2 : « penalty_per_day » doit être un entier de 0 à 100"));
    EXPECT_THAT(refusal_of("deadline = \"demain\""), HasSubstr("« deadline » doit être une date et une heure"));
    EXPECT_THAT(refusal_of("attempts = \"first\""), HasSubstr("« attempts » doit valoir"));
    EXPECT_THAT(refusal_of("exercise = 3"), HasSubstr("s'écrivent [exercise.04b]"));
    EXPECT_THAT(refusal_of("[exercise]\n01a = 3"), HasSubstr("s'écrivent [exercise.04b]"));
    EXPECT_THAT(refusal_of("[exercise.01a]\nattempts = \"best\""), HasSubstr("n'existe pas ici"));
}

TEST(APolicy, APersonDecidesOnTheLastWord)
{
    Attempt attempt = perfect("");
    attempt.verdict.checks[1].status = CheckStatus::failed;
    const Adjustment all{
        .student = "", .exercise = "01a-noter", .check = "Compte", .points = 3, .reason = "check faux"};
    Adjustment hers = all;
    hers.points = 1;
    hers.reason = "vu\x1B[2J";
    EXPECT_EQ(mark_of({}, {}, attempt).hundredths, 200);
    EXPECT_EQ(mark_of({}, {all}, attempt).hundredths, 500);
    const Mark mark = mark_of({}, {all, hers}, attempt);
    EXPECT_EQ(mark.hundredths, 300);
    EXPECT_EQ(plain(mark.note), "« Le compte est juste » : 1 sur 3, par décision de l'enseignant (vu␛[2J).");
}

TEST(APolicy, ChoosesTheAttemptThatCounts)
{
    Attempt worse = perfect("2026-10-02T00:00:00Z");
    worse.verdict.checks[0].status = CheckStatus::failed;
    const std::vector<Attempt> attempts{perfect(""), perfect(""), worse};
    EXPECT_EQ(attempt_that_counts(rules(""), {}, attempts), 2U);
    EXPECT_EQ(attempt_that_counts(rules("attempts = \"best\""), {}, attempts), 0U);
    // Being late may make a better answer worth less.
    const Policy strict = rules("attempts = \"best\"\ndeadline = 2026-10-01T00:00:00Z\npenalty_per_day = 100");
    EXPECT_EQ(
        attempt_that_counts(strict, {}, {worse, perfect("2026-10-03T00:00:00Z"), perfect("2026-09-03T00:00:00Z")}), 2U);
}

TEST(Moments, AreReadAsPeopleAndSystemsWriteThem)
{
    EXPECT_EQ(seconds_of("1970-01-02"), 86'400);
    EXPECT_EQ(seconds_of("1970-01-01T00:00:01Z"), 1);
    EXPECT_EQ(seconds_of("1970-01-01 00:01"), 60);
    EXPECT_EQ(seconds_of("1970-01-01T02:00:00+02:00"), 0);
    EXPECT_EQ(seconds_of("1969-12-31T22:30:00-0130"), 0);
    for (const char* bad :
         {"", "hier", "1970-13-01", "1970-02-30", "1970-01-01T", "1970-01-01T24:00", "1970-01-01T00:60",
          "1970-01-01T00:00:00+2", "1970-01-01T00:00:00ZZ", "70-01-01", "1970-1-1"}) {
        EXPECT_EQ(seconds_of(bad), std::nullopt) << bad;
    }
}

}  // namespace
}  // namespace atelier
