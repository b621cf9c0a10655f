// SPDX-License-Identifier: MIT
// The middle of some measures, which one slow round does not move.
#pragma once

#include <algorithm>
#include <vector>

namespace atelier {

/// Of at least one value.
inline double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace atelier
