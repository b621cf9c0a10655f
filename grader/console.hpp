// SPDX-License-Identifier: MIT
// The terminal we speak to: colour, width, progress, paging.
#pragma once

#include <cstddef>
#include <string>

namespace atelier {

/// Whether standard output is a terminal that wants colour (NO_COLOR and TERM=dumb say no), or goes to one in the end
/// (CLICOLOR_FORCE says so).
[[nodiscard]] bool wants_colour();

[[nodiscard]] bool is_terminal();

/// Columns of the terminal, at most 100; when there is none, COLUMNS, else 80.
[[nodiscard]] int terminal_width();

/// The same, at most 200: for what is not prose.
[[nodiscard]] int wide_terminal_width();

/// Writes `text` to standard output. Throws Error when it cannot be written (a full disk); a reader that left is no error.
void print(const std::string& text);

/// What is piped into us; empty when standard input is a terminal. At most 16 MiB.
[[nodiscard]] std::string standard_input();

/// Shows `text` through the pager ($PAGER, else less, else more) when standard output is a terminal; else print()s it.
void page(const std::string& text);

/// A line of progress on standard error, rewritten in place on a terminal; nothing elsewhere.
void show_progress(const std::string& what, std::size_t done, std::size_t total);

}  // namespace atelier
