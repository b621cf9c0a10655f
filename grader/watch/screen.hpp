// SPDX-License-Identifier: MIT
// What `watch` shows of its state: a screen of a given size, or lines that follow one another. Pure text.
#pragma once

#include <cstddef>
#include <string>

#include "watch/state.hpp"

namespace atelier::watch {

struct ScreenSize {
    std::size_t columns = 80;
    std::size_t rows = 24;
};

/// A whole screen.
struct Frame {
    std::string text;          ///< exactly `rows` lines, without an end of line behind the last
    std::size_t page = 1;      ///< lines of what scrolls that it shows
    std::size_t furthest = 0;  ///< the most that scroll may be
};

/// The exercise, how it stands, the task, the checks, the first failure in full, the keys: what is in `state`, in words.
[[nodiscard]] Frame screen(const State& state, const ScreenSize& size, bool colour);

/// The same for whoever reads line after line (no terminal, a screen reader): what `event`, now in `state`, brings.
[[nodiscard]] std::string narrated(const State& state, const Event& event, std::size_t columns, bool has_keys);

}  // namespace atelier::watch
