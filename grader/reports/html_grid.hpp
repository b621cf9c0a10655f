// SPDX-License-Identifier: MIT
// Students × exercises: points in cells that colour adds to, what its script sorts and filters.
#pragma once

#include "files.hpp"
#include "reports/statistics.hpp"

namespace atelier {

/// The section of the class's page, piece by piece: it has a row for each student.
void write_student_grid(const ClassTally& tally, const Sink& out);

}  // namespace atelier
