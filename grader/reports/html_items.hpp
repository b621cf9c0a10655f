// SPDX-License-Identifier: MIT
// What exercises and checks tell of themselves: how many earn them, whom they tell apart, what is missed most.
#pragma once

#include "files.hpp"
#include "reports/html_text.hpp"
#include "reports/statistics.hpp"

namespace atelier {

/// The two tables of the class's page, exercises then checks, and the sentence that explains them.
void write_item_analysis(const ClassTally& tally, const Sink& out);

/// The distribution of marks as a picture, with its words for those who do not see it.
[[nodiscard]] Html distribution_picture(const ClassTally& tally, const Summary& summary);

}  // namespace atelier
