// SPDX-License-Identifier: MIT
#include "styled_text.hpp"

#include <algorithm>
#include <utility>

#include "utf8.hpp"

namespace atelier {

namespace {

struct Word {
    bool starts_line = false;
    StyledText gap{};  ///< the spaces before it, dropped at the beginning of a line
    StyledText text{};
};

std::vector<Word> words_of(const StyledText& text)
{
    std::vector<Word> words;
    Word word;
    const auto finish_word = [&] {
        if (!word.text.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    };
    for (const Run& run : text) {
        for (const char& byte : run.text) {
            if (byte == '\n') {
                finish_word();
                word.starts_line = true;
            } else if (byte == ' ') {
                finish_word();
                append(word.gap, " ", run.style);
            } else {
                append(word.text, {&byte, 1}, run.style);
            }
        }
    }
    finish_word();
    return words;
}

/// `word` in pieces of at most `width` columns; a mark stays with the character that carries it.
std::vector<Word> cut(Word word, std::size_t width)
{
    std::vector<Word> pieces{{word.starts_line, std::move(word.gap), {}}};
    std::size_t used = 0;
    for (const Run& run : word.text) {
        for (std::string_view rest = run.text; !rest.empty();) {
            const std::string_view character = rest.substr(0, decode_utf8(rest).bytes);
            const std::size_t columns = display_width(character);
            if (used > 0 && used + columns > width) {
                pieces.emplace_back();
                used = 0;
            }
            append(pieces.back().text, character, run.style);
            used += columns;
            rest.remove_prefix(character.size());
        }
    }
    return pieces;
}

/// SGR parameters, each preceded by « ; ».
std::string attributes(const Style& style, const TerminalStyle& terminal)
{
    if (!terminal.colour) {
        return "";
    }
    return std::string(style.strong ? ";1" : "") + (style.emphasis ? ";3" : "") + (style.link ? ";4" : "") +
           (style.struck ? ";9" : "") + (style.code ? ";36" : "");
}

}  // namespace

void append(StyledText& to, std::string_view text, const Style& style)
{
    if (to.empty() || to.back().style != style) {
        to.push_back({"", style});
    }
    to.back().text += text;
}

void append(StyledText& to, const StyledText& more)
{
    for (const Run& run : more) {
        append(to, run.text, run.style);
    }
}

std::size_t width_of(const StyledText& line)
{
    std::size_t width = 0;
    for (const Run& run : line) {
        width += display_width(run.text);
    }
    return width;
}

std::size_t widest(const std::vector<StyledText>& lines)
{
    std::size_t width = 0;
    for (const StyledText& line : lines) {
        width = std::max(width, width_of(line));
    }
    return width;
}

std::vector<StyledText> wrap(const StyledText& text, std::size_t width, LongWords long_words)
{
    std::vector<StyledText> lines;
    std::size_t used = 0;
    const auto place = [&](const Word& word) {
        const std::size_t gap = width_of(word.gap);
        const std::size_t columns = width_of(word.text);
        if (lines.empty() || word.starts_line || used + gap + columns > width) {
            lines.emplace_back();
            used = 0;
        } else {
            append(lines.back(), word.gap);
            used += gap;
        }
        append(lines.back(), word.text);
        used += columns;
    };
    for (const Word& word : words_of(text)) {
        if (long_words == LongWords::cut && width_of(word.text) > width) {
            for (const Word& piece : cut(word, width)) {
                place(piece);
            }
        } else {
            place(word);
        }
    }
    return lines;
}

std::string paint(const StyledText& line, const TerminalStyle& terminal)
{
    std::string out;
    Style now;
    const auto change_to = [&](const Style& next) {
        if (next.url != now.url) {
            out += "\x1B]8;;" + next.url + "\x1B\\";
        }
        if (attributes(next, terminal) != attributes(now, terminal)) {
            out += "\x1B[0" + attributes(next, terminal) + "m";
        }
        now = next;
    };
    for (const Run& run : line) {
        change_to(run.style);
        out += run.text;
    }
    change_to({});
    return out;
}

std::string repeat(std::string_view pattern, std::size_t times)
{
    std::string result;
    while (times-- > 0) {
        result += pattern;
    }
    return result;
}

}  // namespace atelier
