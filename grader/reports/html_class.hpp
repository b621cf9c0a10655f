// SPDX-License-Identifier: MIT
// The class's page: at a glance, student by student, exercise by exercise.
#pragma once

#include "class_results.hpp"
#include "files.hpp"
#include "reports/statistics.hpp"

namespace atelier {

/// Gives the page piece by piece. Names students and the seed of the run: it is the teacher's.
void write_class_page(const ClassResults& results, const ClassTally& tally, const Sink& out);

}  // namespace atelier
