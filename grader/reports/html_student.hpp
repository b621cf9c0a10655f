// SPDX-License-Identifier: MIT
// One student's page: everything that the student earned and why, and nothing that is not for the student's eyes.
#pragma once

#include "class_results.hpp"
#include "reports/html_text.hpp"

namespace atelier {

/// The whole page, safe to send: nothing of another student, no seed of a run of its own, no path of the machine.
[[nodiscard]] Html student_page(const StudentResult& student, const std::vector<GradedExercise>& exercises,
                                const RunInfo& run);

}  // namespace atelier
