// SPDX-License-Identifier: MIT
// A table drawn with lines of box-drawing characters, its columns as narrow as the terminal asks for.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "styled_text.hpp"

namespace atelier {

enum class Alignment { left, centre, right };

/// The cells, from left to right.
using TableRow = std::vector<StyledText>;

/// The lines of a table: its `rows`, header first, all with one cell for each of `columns`.
///
/// No line is wider than `width` columns, even if words must be cut; but a column keeps two for its text, whatever
/// the width. Every line has the same width.
[[nodiscard]] std::vector<std::string> draw_table(const std::vector<TableRow>& rows,
                                                  const std::vector<Alignment>& columns, std::size_t width,
                                                  const TerminalStyle& terminal);

}  // namespace atelier
