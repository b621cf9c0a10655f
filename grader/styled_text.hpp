// SPDX-License-Identifier: MIT
// Text that knows its marks (strong, code, a link…): measured in columns, wrapped, then painted for a terminal.
//
// What enters must be fit for a terminal already (see visible()): nothing is checked here.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// What the terminal can do.
struct TerminalStyle {
    int width = 80;
    bool colour = false;      ///< colours, bold, italics; without it, Markdown's own marks stay
    bool hyperlinks = false;  ///< links that can be clicked (OSC 8); without it, « text (URL) »
};

/// How a piece of text differs from the text around it.
struct Style {
    bool strong = false;
    bool emphasis = false;
    bool struck = false;
    bool code = false;
    bool link = false;
    std::string url{};  ///< what a click opens, ready for OSC 8

    bool operator==(const Style&) const = default;
};

/// A piece of text of one style.
struct Run {
    std::string text;
    Style style;
};

/// Before wrapping, a space in a run is where a line may end and a newline is where it must.
using StyledText = std::vector<Run>;

/// Adds `text` at the end, to the last run when that has the same style.
void append(StyledText& to, std::string_view text, const Style& style);
void append(StyledText& to, const StyledText& more);

/// In columns of a terminal; `line` has no newline.
[[nodiscard]] std::size_t width_of(const StyledText& line);

/// The width of the widest of `lines`; 0 when there is none.
[[nodiscard]] std::size_t widest(const std::vector<StyledText>& lines);

/// What becomes of a word that is wider than its line.
enum class LongWords { kept_whole, cut };

/// `text` as lines of at most `width` columns, without the spaces where it was cut. A mark stays with the character
/// that carries it, and a character wider than `width` has a line of its own.
[[nodiscard]] std::vector<StyledText> wrap(const StyledText& text, std::size_t width, LongWords long_words);

/// `line` with the sequences that `terminal` understands. It ends as it began, without attributes nor link, so that
/// margins and borders stay plain.
[[nodiscard]] std::string paint(const StyledText& line, const TerminalStyle& terminal);

/// `pattern`, `times` over: a rule, mostly.
[[nodiscard]] std::string repeat(std::string_view pattern, std::size_t times);

}  // namespace atelier
