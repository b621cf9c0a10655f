// SPDX-License-Identifier: MIT
// What exercises and checks tell of themselves: how many earn them, whom they tell apart, what is missed most.
#pragma once

#include "files.hpp"
#include "reports/statistics.hpp"

namespace atelier {

/// The two tables of the class's page, exercises then checks, and the sentence that explains them.
void write_item_analysis(const ClassTally& tally, const Sink& out);

}  // namespace atelier
