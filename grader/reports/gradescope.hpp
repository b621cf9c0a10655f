// SPDX-License-Identifier: MIT
// What Gradescope reads at /autograder/results/results.json: one submission, its tests, its score.
#pragma once

#include <filesystem>

#include "class_results.hpp"

namespace atelier {

/// A folder with a file for each student; results.json too when the class is one student, or could not be graded at all.
void write_gradescope(const ClassResults& results, const std::filesystem::path& folder);

}  // namespace atelier
