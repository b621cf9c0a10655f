// SPDX-License-Identifier: MIT
// Text that our commands wrote for a terminal, cut into lines that fit on a screen.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace atelier::watch {

/// The lines of `text`, none wider than `width` columns: a longer one goes on, at a blank when there is one, behind as many
/// blanks as it begins with. Colours and links (SGR, OSC 8) keep their effect and take no room; each line ends without
/// them. Whatever else could command a terminal is made visible.
[[nodiscard]] std::vector<std::string> folded(std::string_view text, std::size_t width);

}  // namespace atelier::watch
