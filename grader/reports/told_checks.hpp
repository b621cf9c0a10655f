// SPDX-License-Identifier: MIT
// A check as reports for other systems list it: one name among all exercises, and what its loser is told.
#pragma once

#include <string>

#include "class_results.hpp"

namespace atelier {

/// « 01a · La base existe »
[[nodiscard]] std::string name_of_check(const GradedExercise& exercise, const CheckInfo& check);

/// What to tell the student of the check number `index` of `verdict`: visible lines, the last one without its end; empty when
/// it was earned. The reason for which none of the checks took place is told by the first of them alone.
[[nodiscard]] std::string text_of_check(const Verdict& verdict, std::size_t index);

/// Sentences on what the class's rules made of the points, one a line; empty when they changed nothing.
[[nodiscard]] std::string text_of_marks(const ClassResults& results, const StudentResult& student);

/// A sentence for a report that is not complete; empty when the grader went to its end.
[[nodiscard]] std::string text_of_failure(const ClassResults& results);

/// The number of points, for JSON.
[[nodiscard]] inline double points_of(int hundredths) { return hundredths / 100.0; }

}  // namespace atelier
