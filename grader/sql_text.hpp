// SPDX-License-Identifier: MIT
// SQL as SQLite's trace tells it, cut into words: the values bound to its marks, its shape without the values written in it.
//
// The texts come from a student's program: any bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// The values that `expanded` has where `sql` has marks (?, ?3, :nom, @nom, $nom), as SQL writes them, in the order of the
/// text. It stops where the two do not go together, as when SQLite gave up expanding.
[[nodiscard]] std::vector<std::string> bound_values(std::string_view sql, std::string_view expanded);

/// `sql` with « ? » for each number, text or blob written in it, and one space for blanks and comments: statements of the
/// same shape differ by their values only.
[[nodiscard]] std::string shape_of(std::string_view sql);

/// `sql` on one line: one space for the blanks between its words. What it quotes stays as it is; so does a comment, and
/// the line end after it becomes « ⏎ ».
[[nodiscard]] std::string on_one_line(std::string_view sql);

}  // namespace atelier
