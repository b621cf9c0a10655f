// SPDX-License-Identifier: MIT
// Whatever bytes a text is made of, what is shown of it is safe, stays itself, and fits where it must.
#include "fuzz.hpp"
#include "show.hpp"

namespace atelier {
namespace {

using fuzz::promise;

void check_characters(std::string_view text)
{
    std::string again;
    std::size_t characters = 0;
    bool all_valid = true;
    for (std::string_view rest = text; !rest.empty();) {
        const DecodedCharacter first = decode_utf8(rest);
        promise(first.bytes >= 1 && first.bytes <= std::min<std::size_t>(4, rest.size()), "a character has bytes");
        all_valid = all_valid && first.valid;
        append_utf8(again, first.value);
        rest.remove_prefix(first.bytes);
        ++characters;
    }
    promise(is_valid_utf8(text) == all_valid, "a text is valid when all its characters are", text);
    promise(is_valid_utf8(again) && (again == text) == all_valid, "what is valid is written as it was", text);
    const Characters all(text);
    promise(static_cast<std::size_t>(std::distance(all.begin(), all.end())) == characters, "characters are all seen");
}

void check_visible(std::string_view text)
{
    const std::string shown = visible(text);
    fuzz::promise_readable(shown, 3 * text.size());
    promise(shown.find('\n') == std::string::npos, "what is visible is on one line", shown);
    promise(visible(shown) == shown, "what is visible stays as it is", shown);
    promise(display_width(shown) == display_width(text), "what is visible is as wide", shown);
    promise(padded(shown, 20).size() >= shown.size() && display_width(padded(shown, 20)) >= 20, "a text is padded");
    const std::string lines = visible_lines(text);
    fuzz::promise_readable(lines, 4 * text.size());
    promise(lines_of(lines).size() == lines_of(text).size(), "lines stay as many", lines);
    const std::string behind = indented(lines, "  | ");
    for (const std::string_view line : lines_of(behind)) {
        promise(line.empty() || line.substr(0, 4) == "  | ", "every line is behind the margin", lines);
    }
}

void check_shortened(const std::string& text, std::size_t most_lines, std::size_t most_bytes)
{
    const std::string cut = shortened(text, most_lines, most_bytes);
    promise(cut.size() <= most_bytes + std::string_view("…\n").size() + 1, "a text is cut in time", cut);
    promise(lines_of(cut).size() <= most_lines + 1, "no line is too many", cut);
    promise(!is_valid_utf8(text) || is_valid_utf8(cut), "no character is cut", cut);
    std::string_view kept = cut;
    if (cut != text && cut != text + '\n') {
        promise(cut.size() >= 4 && cut.substr(cut.size() - 4) == "…\n", "a cut is told", cut);
        kept.remove_suffix(4);
    }
    promise((text + '\n').substr(0, kept.size()) == kept, "what is kept is the beginning", cut);
}

/// The argument that a shell takes `quoted` for; understands what shell_quoted() may write and nothing else.
std::string unquoted(std::string_view quoted)
{
    std::string result;
    if (quoted.substr(0, 2) == "$'") {
        promise(quoted.back() == '\'', "a quote is closed", quoted);
        for (std::size_t i = 2; i + 1 < quoted.size(); ++i) {
            if (quoted[i] == '\\') {
                result += static_cast<char>(std::stoi(std::string(quoted.substr(i + 2, 2)), nullptr, 16));
                i += 3;
            } else {
                promise(quoted[i] != '\'', "a quote is closed once", quoted);
                result += quoted[i];
            }
        }
        return result;
    }
    char within = 0;
    for (std::size_t i = 0; i < quoted.size(); ++i) {
        const char c = quoted[i];
        if (within == 0 && c == '\\') {
            result += quoted.at(++i);
        } else if (c == within) {
            within = 0;
        } else if (within == 0 && (c == '\'' || c == '"')) {
            within = c;
        } else {
            promise(within == '\'' || std::string_view("\"\\$`!").find(c) == std::string_view::npos,
                    "a shell changes nothing", quoted);
            promise(within != 0 || std::string_view(" \t\n*?[]#~;&|<>(){}").find(c) == std::string_view::npos,
                    "a shell sees one word", quoted);
            result += c;
        }
    }
    promise(within == 0, "a quote is closed", quoted);
    return result;
}

void test(std::string_view input)
{
    const std::size_t most_lines = input.empty() ? 0 : static_cast<unsigned char>(input.front()) % 8;
    const std::size_t most_bytes = input.size() < 2 ? 0 : static_cast<unsigned char>(input[1]) % 64;
    const std::string text(input.substr(std::min<std::size_t>(2, input.size())));
    check_characters(text);
    check_visible(text);
    check_shortened(text, most_lines, most_bytes);
    const std::string begun = excerpt(text, most_bytes);
    fuzz::promise_readable(begun, 3 * most_bytes + 3);
    promise(begun.find('\n') == std::string::npos && (text.size() <= most_bytes || begun.ends_with("…")),
            "an excerpt is on one line, and its cut is told", begun);
    const std::string quoted = shell_quoted(text);
    fuzz::promise_readable(quoted, 4 * text.size() + 8);
    promise(quoted.find('\n') == std::string::npos && !quoted.empty(), "an argument is typed on one line", quoted);
    promise(unquoted(quoted) == text, "a shell gives the argument back", quoted);
}

}  // namespace
}  // namespace atelier

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    atelier::test(atelier::fuzz::text_of(data, size));
    return 0;
}
