// SPDX-License-Identifier: MIT
// What French typography asks of a text: no-break spaces, « … », straight apostrophes, one character for an ellipsis.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "show.hpp"
#include "utf8.hpp"

namespace atelier::test {

namespace typography {

constexpr char32_t no_break_space = U'\u00A0';
constexpr char32_t narrow_no_break_space = U'\u202F';

inline bool is_no_break(char32_t c) { return c == no_break_space || c == narrow_no_break_space; }

/// Whether a sign that is followed by `c` ends a word or a sentence, rather than stands inside 12:30 or a::b.
inline bool ends(char32_t c)
{
    return std::u32string_view(U"\n )]»”\"'.,;:!?…*_|<\u00A0\u202F").find(c) != std::u32string_view::npos;
}

/// The mistake in one of : ; ? ! between `before` and `after`; none when all is well.
inline std::string mistake_before(char32_t sign, char32_t before, char32_t after)
{
    const bool is_image = sign == U'!' && after == U'[';
    const bool is_scope = sign == U':' && (before == U':' || after == U':');
    const bool is_second = std::u32string_view(U":;?!(").find(before) != std::u32string_view::npos;  // ?! or (?)
    if (is_no_break(before) || is_image || is_scope || is_second || !ends(after)) {
        return {};
    }
    std::string shown;
    append_utf8(shown, sign);
    return "write U+00A0 before " + shown + (before == U' ' || before == U'\n' ? ", not a space" : "");
}

/// Spaces where `pattern` (begun by `open`, ended by `close`) stands in `text`, so that it is nobody's prose; newlines stay.
inline void hide(std::string& text, std::size_t begin, std::size_t end)
{
    for (std::size_t i = begin; i < std::min(end, text.size()); ++i) {
        if (text[i] != '\n') {
            text[i] = 'x';
        }
    }
}

/// Hides every piece from `open` to `close` that holds no empty line.
inline void hide_between(std::string& text, std::string_view open, std::string_view close)
{
    for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at + 1)) {
        const std::size_t end = text.find(close, at + open.size());
        if (end != std::string::npos && text.substr(at, end - at).find("\n\n") == std::string::npos) {
            hide(text, at, end + close.size());
            at = end;
        }
    }
}

inline void hide_code_spans(std::string& text)
{
    for (std::size_t at = text.find('`'); at != std::string::npos; at = text.find('`', at)) {
        const std::size_t after = std::min(text.find_first_not_of('`', at), text.size());
        const std::string ticks = text.substr(at, after - at);
        std::size_t close = text.find(ticks, after);
        while (close != std::string::npos && text[close + ticks.size()] == '`') {  // a longer run closes nothing
            close = text.find(ticks, text.find_first_not_of('`', close));
        }
        if (close == std::string::npos || text.substr(at, close - at).find("\n\n") != std::string::npos) {
            at = after;
            continue;
        }
        hide(text, at, close + ticks.size());
    }
}

/// Hides from each `beginning` to the first of `stops`.
inline void hide_from(std::string& text, std::string_view beginning, std::string_view stops)
{
    for (std::size_t at = text.find(beginning); at != std::string::npos; at = text.find(beginning, at + 1)) {
        hide(text, at, text.find_first_of(stops, at));
    }
}

}  // namespace typography

/// A Markdown text whose code, links' targets, comments and tables' rules are hidden; line for line the same.
inline std::string prose_of(std::string_view markdown)
{
    std::string text;
    std::string fence;
    for (const std::string_view line : lines_of(markdown)) {
        const std::size_t indent = std::min(line.find_first_not_of(" >-*"), line.size());
        const std::string_view bare = line.substr(indent);
        const bool is_mark = bare.substr(0, 3) == "```" || bare.substr(0, 3) == "~~~";
        const bool is_rule =
            !bare.empty() && bare.front() == '|' && bare.find_first_not_of("|:- ") == std::string_view::npos;
        if (is_mark && fence.empty()) {
            fence = bare.substr(0, bare.find_first_not_of(bare.front()));
        } else if (is_mark && bare.substr(0, fence.size()) == fence) {
            fence.clear();
        } else if (fence.empty() && !is_rule) {
            text += line;
        }
        text += '\n';
    }
    typography::hide_between(text, "<!--", "-->");
    typography::hide_code_spans(text);
    for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 1)) {
        typography::hide(text, at + 2, text.find(')', at));
    }
    typography::hide_from(text, "http://", " \n)>");
    typography::hide_from(text, "https://", " \n)>");
    return text;
}

/// What to write in one line of prose; nothing when all is well.
inline std::vector<std::string> typography_mistakes(std::string_view line)
{
    using namespace typography;
    std::vector<std::string> mistakes;
    const Characters range(line);
    const std::u32string text(range.begin(), range.end());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t before = i > 0 ? text[i - 1] : U'\n';
        const char32_t after = i + 1 < text.size() ? text[i + 1] : U'\n';
        switch (text[i]) {
            case U'«':
                if (after != no_break_space) {
                    mistakes.emplace_back("write U+00A0 after «");
                }
                break;
            case U'»':
                if (before != no_break_space) {
                    mistakes.emplace_back("write U+00A0 before »");
                }
                break;
            case U'‘':
            case U'’': mistakes.emplace_back("write ' for an apostrophe"); break;
            case U'.':
                if (text.substr(i, 3) == U"..." && before != U'.') {
                    mistakes.emplace_back("write … for three dots");
                }
                break;
            case U':':
            case U';':
            case U'?':
            case U'!':
                if (std::string mistake = mistake_before(text[i], before, after); !mistake.empty()) {
                    mistakes.push_back(std::move(mistake));
                }
                break;
            default: break;
        }
    }
    return mistakes;
}

}  // namespace atelier::test
