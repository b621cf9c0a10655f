// SPDX-License-Identifier: MIT
// Makes text that a student can influence readable where it is printed: cut, quoted, line by line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// The lines of `text`, without their ends; an end of line at the very end begins no other line.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);

/// `text` made visible (utf8.hpp) line by line: line ends stay, tabs become four blanks.
[[nodiscard]] std::string visible_lines(std::string_view text);

/// `text` cut after at most `most_lines` lines and about `most_bytes` bytes, with « … » on a last line when cut.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most_lines, std::size_t most_bytes);

/// The beginning of `text`, visible on one line, for a sentence to quote: about `most_bytes` bytes of it, then « … » when
/// it goes on.
[[nodiscard]] std::string excerpt(std::string_view text, std::size_t most_bytes);

/// Every line of `text` behind `margin`.
[[nodiscard]] std::string indented(std::string_view text, std::string_view margin);

/// `text` with blanks behind it up to `width` columns.
[[nodiscard]] std::string padded(std::string text, std::size_t width);

/// `argument` as one would type it in a shell: bare when it is plain, quoted when it is not.
[[nodiscard]] std::string shell_quoted(std::string_view argument);

}  // namespace atelier
