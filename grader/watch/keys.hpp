// SPDX-License-Identifier: MIT
// What a terminal sends when keys are pressed, as keys.
#pragma once

#include <string_view>
#include <vector>

namespace atelier::watch {

/// A letter as it is, in lower case, or one of these.
enum Key : int { up = 256, down, page_up, page_down, home, end, escape };

/// The keys in what was read at once. What we do not know is left out, whole.
[[nodiscard]] std::vector<int> keys_in(std::string_view bytes);

}  // namespace atelier::watch
