// SPDX-License-Identifier: MIT
// What fuzz targets share: promises whose breach ends the program, and the cutting of one input into several.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace atelier::fuzz {

/// A promise of the module under test. Broken, it ends the program, which keeps the input.
inline void promise(bool kept, const char* what, std::string_view evidence = {})
{
    if (!kept) {
        std::fprintf(stderr, "broken promise: %s\n%s\n", what, visible(evidence.substr(0, 4000)).c_str());
        std::abort();
    }
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), size};
}

/// `input` cut at its bytes 0x1E (« record separator »); `count` parts, the missing ones empty, the last with the rest.
inline std::vector<std::string_view> parts_of(std::string_view input, std::size_t count)
{
    std::vector<std::string_view> parts;
    while (parts.size() + 1 < count) {
        const std::size_t end = std::min(input.find('\x1E'), input.size());
        parts.push_back(input.substr(0, end));
        input.remove_prefix(std::min(end + 1, input.size()));
    }
    parts.push_back(input);
    return parts;
}

inline std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> pieces;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        pieces.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return pieces;
}

/// Whether nothing in `text` but its line ends could command a terminal or reorder a line.
inline bool is_safe_text(std::string_view text)
{
    for (const std::string& line : split(text, '\n')) {
        if (!is_valid_utf8(line) || visible(line) != line) {
            return false;
        }
    }
    return true;
}

/// What may be shown to people: safe, and of at most `most_bytes`.
inline void promise_readable(std::string_view text, std::size_t most_bytes)
{
    promise(is_safe_text(text), "what people read is text without commands", text);
    promise(text.size() <= most_bytes, "what people read is bounded", text);
}

/// The numbers N that `text` names as « ligne N », whatever stands for N.
inline std::vector<std::string> lines_named(std::string_view text)
{
    std::vector<std::string> numbers;
    const std::string_view mark = " ligne ";
    for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at)) {
        at += mark.size();
        numbers.emplace_back(text.substr(at, text.find(' ', at) - at));
    }
    return numbers;
}

/// Whether `number` is a line that `words` say of the file `answer`: « answer:NUMBER », the name whole.
inline bool is_said_of(std::string_view words, std::string_view answer, std::string_view number)
{
    const std::string mark = std::string(answer) + ":";
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (number.empty() || !std::all_of(number.begin(), number.end(), is_digit)) {
        return false;
    }
    for (std::size_t at = words.find(mark); at != std::string_view::npos; at = words.find(mark, at + 1)) {
        const std::size_t first = words.find_first_not_of('0', at + mark.size());
        const std::size_t end = first == std::string_view::npos ? first : words.find_first_not_of("0123456789", first);
        const char before = at == 0 ? ' ' : words[at - 1];
        const bool is_whole = !is_digit(before) && !(before >= 'a' && before <= 'z') && before != '_' && before != '.';
        if (is_whole && first != std::string_view::npos && words.substr(first, end - first) == number) {
            return true;
        }
    }
    return false;
}

}  // namespace atelier::fuzz
