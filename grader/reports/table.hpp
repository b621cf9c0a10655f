// SPDX-License-Identifier: MIT
// A class at a glance in a terminal: one line a student, one column an exercise.
#pragma once

#include <string>

#include "class_results.hpp"

namespace atelier {

/// The table. What students chose is made visible, and no line of it is an order to a continuous integration server.
[[nodiscard]] std::string results_table(const ClassResults& results);

}  // namespace atelier
