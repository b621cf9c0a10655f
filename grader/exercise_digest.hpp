// SPDX-License-Identifier: MIT
// What an exercise asks, as one name: exercises of one digest give one answer the same verdict, on whatever machine.
#pragma once

#include <string>

#include "exercise.hpp"

namespace atelier {

/// The SHA-256 of all in the exercise's folder that a verdict depends on (not of its texts for people), of what its fixture
/// reads elsewhere, and of the headers that it gives. Throws Error when one of them cannot be read.
[[nodiscard]] std::string exercise_digest(const Exercise& exercise);

}  // namespace atelier
