// SPDX-License-Identifier: MIT
// Lessons are Markdown: this finds the code and the headings in them, and shows them in a terminal.
//
// The dialect is CommonMark with GitHub's tables, strikethrough and bare links, so that a text reads the same on a
// forge. All functions may be called from several threads. Malformed UTF-8 is read as U+FFFD.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// A fenced or indented block of code.
struct CodeBlock {
    std::string info;  ///< all that follows the opening fence: « cpp programme »; empty when there is nothing
    std::string text;  ///< each line ends with \n
    int line = 0;      ///< where its first line of code is in the source, from 1
};

/// The blocks of code, in the order of the text, those inside lists and quotes included.
[[nodiscard]] std::vector<CodeBlock> code_blocks(std::string_view markdown);

struct Heading {
    int level = 0;     ///< from 1 to 6
    std::string text;  ///< without marks of emphasis, code or links; as written, so not fit for a terminal as it is
    int line = 0;      ///< where it begins in the source, from 1
};

/// The headings, in the order of the text.
[[nodiscard]] std::vector<Heading> headings(std::string_view markdown);

/// What the terminal can do.
struct TerminalStyle {
    int width = 80;
    bool colour = false;      ///< colours, bold, italics; without it, Markdown's own marks stay
    bool hyperlinks = false;  ///< links that can be clicked (OSC 8); without it, « text (URL) »
};

/// `markdown` laid out for reading, ending with a newline unless it is empty.
///
/// No line is wider than `style.width`, except for code blocks, which are never wrapped, and for a word that is wider
/// by itself (a URL stays whole, so that it can be copied); no-break spaces (U+00A0, U+202F) are part of a word. In
/// a table, where columns must hold, such a word is cut. Eight columns are kept for the text however deep it nests,
/// two for each column of a table.
/// Apart from the sequences that `style` asks for, nothing in the result commands the terminal: see visible().
/// Throws Error when the text nests more than a hundred levels.
[[nodiscard]] std::string render_for_terminal(std::string_view markdown, const TerminalStyle& style);

}  // namespace atelier
