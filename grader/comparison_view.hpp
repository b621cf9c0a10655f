// SPDX-License-Identifier: MIT
// Two sources compared for a reader: side by side where there is room, one under the other elsewhere, with marks that need
// no colour.
#pragma once

#include <string>
#include <string_view>

#include "styled_text.hpp"

namespace atelier {

/// The sources and what to call them.
struct Compared {
    std::string_view left_title;
    std::string_view left;
    std::string_view right_title;
    std::string_view right;
};

/// Whether terminals of `width` columns have room for two sources.
[[nodiscard]] constexpr bool side_by_side(int width) { return width >= 100; }

/// What differs, with all that does not, under a legend. The sources may be hostile: what is shown commands nothing. No line
/// of theirs is wider than the terminal, 20 columns at least.
[[nodiscard]] std::string compare_for_terminal(const Compared& compared, const TerminalStyle& terminal);

/// The same in words, for who hears it: each difference with the numbers of its lines, and how many lines do not differ.
[[nodiscard]] std::string compare_in_words(const Compared& compared);

}  // namespace atelier
