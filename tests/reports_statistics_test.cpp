// SPDX-License-Identifier: MIT
#include "reports/statistics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "class_sample.hpp"

namespace atelier {
namespace {

using testing::Each;
using testing::ElementsAre;

ClassTally tally_of(const ClassResults& results)
{
    ClassTally tally(results.exercises);
    results.for_each_student([&](const StudentResult& student) { tally.add(student, "page"); });
    return tally;
}

/// Forty students, of whom the first `good` earn everything; all earn the last check when `is_easy`.
ClassResults two_groups(std::size_t good, bool is_easy)
{
    const std::vector<GradedExercise> exercises = sample_exercises();
    std::vector<StudentResult> students;
    for (std::size_t i = 0; i < 40; ++i) {
        const bool is_good = i < good;
        students.push_back(sample_student(
            std::to_string(100 + i),
            {sample_verdict(exercises[0], VerdictOutcome::graded, is_good ? "pp" : "pf", "Le compte est faux."),
             sample_verdict(exercises[1], VerdictOutcome::graded, is_good || is_easy ? "p" : "f",
                            "Il manque une ligne.")}));
    }
    return class_of(exercises, std::move(students));
}

TEST(Statistics, AShareIsAllOnlyWhenItIs)
{
    EXPECT_EQ(percent(2, 3), 67);
    EXPECT_EQ(percent(999, 1000), 99);
    EXPECT_EQ(percent(1000, 1000), 100);
    EXPECT_EQ(percent(0, 0), 0);
    EXPECT_EQ(percent(1, 200), 1);
}

TEST(Statistics, QuartilesLieBetweenValues)
{
    EXPECT_EQ(quartile({}, 2), 0);
    EXPECT_EQ(quartile({7}, 1), 7);
    EXPECT_EQ(quartile({0, 100}, 2), 50);
    EXPECT_EQ(quartile({0, 10, 20, 30, 40}, 1), 10);
    EXPECT_EQ(quartile({0, 100, 200, 300}, 3), 225);
}

TEST(Statistics, CorrelationIsThatOfPearson)
{
    Correlation same;
    Correlation opposite;
    Correlation flat;
    Correlation some;
    for (int i = 0; i < 10; ++i) {
        same.add(i, 3 * i + 1);
        opposite.add(i, -i);
        flat.add(i, 4);
        some.add(i % 2, i);
    }
    EXPECT_EQ(same.hundredths(), 100);
    EXPECT_EQ(opposite.hundredths(), -100);
    EXPECT_EQ(flat.hundredths(), std::nullopt);
    EXPECT_EQ(some.hundredths(), 17) << "computed by hand: 2.5 / (5 × 2.872) = 0.174";
}

TEST(Statistics, TellTheClassInAFewNumbers)
{
    const ClassTally tally = tally_of(sample_class());
    const Summary summary = tally.summary();
    EXPECT_EQ(tally.max_points(), 10);
    EXPECT_EQ(summary.mean, (925 + 200 + 0 + 1) / 3);
    EXPECT_EQ(summary.median, 200);
    EXPECT_EQ(summary.least, 0);
    EXPECT_EQ(summary.most, 925);
    EXPECT_EQ(summary.perfect, 1U) << "a penalty takes points, not the feat";
    EXPECT_EQ(summary.handed_in, 5U);
    EXPECT_EQ(summary.does_not_compile, 1U);
    EXPECT_THAT(tally.distribution(), ElementsAre(1, 0, 1, 0, 0, 0, 0, 0, 0, 1));
}

TEST(Statistics, OfAnItemCountOnlyAnswersHandedIn)
{
    const ClassTally tally = tally_of(sample_class());
    EXPECT_EQ(tally.exercise_facts(0).handed_in, 3U);
    EXPECT_EQ(tally.exercise_facts(1).handed_in, 2U);
    EXPECT_EQ(tally.exercise_facts(1).success, 50);
    EXPECT_EQ(tally.exercise_facts(0).does_not_compile, 1U);
    EXPECT_EQ(tally.check_facts(0, 0).success, 67) << "what does not compile earns nothing";
    EXPECT_EQ(tally.most_lost_check(0), 1U);
    EXPECT_EQ(tally.lost(0, 1), 1U);
    EXPECT_EQ(tally.commonest_compiler_error(0).text, "reponse.cpp:3:5: il manque un point-virgule.");
    EXPECT_EQ(tally.commonest_mistake(1, 0).text, "Attendu : 2 lignes. Obtenu : 1 ligne.");
}

TEST(Statistics, DiscriminationComparesAnItemWithTheRest)
{
    const ClassTally tally = tally_of(two_groups(20, false));
    EXPECT_EQ(tally.exercise_facts(1).discrimination, 100);
    EXPECT_EQ(tally.check_facts(0, 1).discrimination, 100);
    EXPECT_EQ(tally.check_facts(0, 0).discrimination, std::nullopt) << "all earn it";
    EXPECT_EQ(tally_of(two_groups(20, true)).check_facts(1, 0).discrimination, std::nullopt);
    EXPECT_EQ(tally_of(sample_class()).check_facts(0, 1).discrimination, std::nullopt) << "too few answers";
}

TEST(Statistics, SumTheEffectsOfEachRule)
{
    const ClassTally tally = tally_of(sample_class());
    ASSERT_EQ(tally.rules().size(), 1U);
    EXPECT_EQ(tally.rules().begin()->second.answers, 1U);
    EXPECT_EQ(tally.rules().begin()->second.hundredths, -75);
}

TEST(Statistics, OfNobodyAreZero)
{
    const ClassTally tally = tally_of(class_of(sample_exercises(), {}));
    EXPECT_EQ(tally.summary().mean, 0);
    EXPECT_THAT(tally.distribution(), Each(0U));
    EXPECT_EQ(tally.exercise_facts(0).success, 0);
    EXPECT_EQ(tally.most_lost_check(0), std::nullopt);
}

}  // namespace
}  // namespace atelier
