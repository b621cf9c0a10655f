// SPDX-License-Identifier: MIT
// The shortest way from one list of lines to another: which stay, which go, which come.
#pragma once

#include <string>
#include <vector>

namespace atelier {

enum class Edit { same, removed, added };

/// What becomes of the lines of `before`, and what comes from `after`, in order. Lists that are both very long are not
/// compared: all lines of one go, then all lines of the other come.
[[nodiscard]] std::vector<Edit> line_difference(const std::vector<std::string>& before,
                                                const std::vector<std::string>& after);

}  // namespace atelier
