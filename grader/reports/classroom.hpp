// SPDX-License-Identifier: MIT
// What the reporter of GitHub Classroom reads as the output `result` of a step: JSON in base64, one repository.
#pragma once

#include <filesystem>

#include "class_results.hpp"

namespace atelier {

/// A folder with a file for each student, result.txt too when there is one, or when nothing could be graded. Each is one line.
/// The scores of its tests add up to what the answers count for, rules included.
void write_classroom(const ClassResults& results, const std::filesystem::path& folder);

}  // namespace atelier
