// SPDX-License-Identifier: MIT
// A line of code that is wider than the terminal, cut for reading: where a person would break it, if there is such a place.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// Stands before each piece of a line but the first, where no code stands. No language takes it for a part of itself: what
/// is copied with it does not compile, rather than meaning something else.
inline constexpr std::string_view continuation_mark = "↪";

/// `line`, fit for a terminal already (see visible()), in pieces of at most `width` columns; one piece when it fits.
///
/// It is cut at a blank: outside of texts and of comments, in as few brackets as possible, where that leaves a piece of some
/// length; anywhere only when there is no blank at all. A combining mark stays with the character that carries it. The pieces
/// after the first begin four columns further than the line does, with those blanks. A character wider than `width` has a
/// piece of its own.
[[nodiscard]] std::vector<std::string> cut_code(std::string_view line, std::size_t width);

}  // namespace atelier
