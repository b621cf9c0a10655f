// SPDX-License-Identifier: MIT
// Shows Markdown in a terminal, for reading: each block as lines, from its paragraphs to its tables.
//
// The dialect is that of markdown.hpp. May be called from several threads. Malformed UTF-8 is read as U+FFFD.
#pragma once

#include <string>
#include <string_view>

#include "styled_text.hpp"

namespace atelier {

/// `markdown` laid out for reading, ending with a newline unless it is empty.
///
/// No line is wider than `style.width`, except for a word that is wider by itself (a URL stays whole, so that it can be
/// copied); no-break spaces (U+00A0, U+202F) are part of a word. In a table, where columns must hold, such a word is
/// cut. A line of code is cut where a person would, and goes on behind continuation_mark (code_lines.hpp). Eight columns
/// are kept for the text however deep it nests, two for each column of a table.
/// Apart from the sequences that `style` asks for, nothing in the result commands the terminal: see visible().
/// Throws Error when the text nests more than a hundred levels.
[[nodiscard]] std::string render_for_terminal(std::string_view markdown, const TerminalStyle& style);

}  // namespace atelier
