// SPDX-License-Identifier: MIT
// What was left out of a class, and why.
#pragma once

#include <string>

namespace atelier {

/// Something handed in that is not graded. The rest of its submission is.
struct Refusal {
    std::string where;   ///< a place that students named, made visible (utf8.hpp) and cut: ready to be shown
    std::string reason;  ///< a French sentence without its final stop
};

}  // namespace atelier
