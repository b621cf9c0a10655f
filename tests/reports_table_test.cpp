// SPDX-License-Identifier: MIT
#include "reports/table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "class_sample.hpp"

namespace atelier {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ATable, HasALineForEachStudentAndAlignsItsColumns)
{
    const std::vector<GradedExercise> exercises = sample_exercises();
    StudentResult late = sample_student("alice", {sample_verdict(exercises[0], VerdictOutcome::graded, "pf", "m"),
                                                  sample_verdict(exercises[1], VerdictOutcome::graded, "p", {})});
    late.marks[1] = {.hundredths = 425, .note = "En retard."};
    const ClassResults results = class_of(
        exercises, {late,
                    sample_student("中中中", {sample_verdict(exercises[0], VerdictOutcome::does_not_compile, "nn", "m"),
                                              sample_verdict(exercises[1], VerdictOutcome::no_answer, "n", "m")}),
                    sample_student("x\x1B[2J\n", {sample_verdict(exercises[0], VerdictOutcome::graded, "fp", "m"),
                                                  sample_verdict(exercises[1], VerdictOutcome::graded, "f", "m")})});
    EXPECT_EQ(results_table(results), "étudiant  01a             01b      total\n"
                                      "alice     2/5             4,25/5   6,25/10\n"
                                      "中中中    ne compile pas  absente  0/10\n"
                                      "x␛[2J␊    3/5             0/5      3/10\n");
}

TEST(ATable, NoNameIsAnOrderForAContinuousIntegrationServer)
{
    const ClassResults results = class_of({}, {sample_student("::error::a", {}), sample_student("x\x1B[2J", {})});
    EXPECT_THAT(results_table(results), HasSubstr("\n«\u00A0::error::a\u00A0»"));
    EXPECT_THAT(results_table(results), Not(HasSubstr("\x1B")));
}

}  // namespace
}  // namespace atelier
