// SPDX-License-Identifier: MIT
#include "check/failure_text.hpp"

#include <algorithm>
#include <array>

namespace atelier::check {

namespace {

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of("\n");
    const std::size_t last = text.find_last_not_of("\n ");
    return first == std::string_view::npos ? std::string_view() : text.substr(first, last - first + 1);
}

/// Whether GoogleTest wrote this line of its own.
bool is_frame(std::string_view line)
{
    constexpr std::array<std::string_view, 6> beginnings{
        "Value of: ", "  ", "Expected: ", "Expected equality of these values:", "Failed", "Actual: "};
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view b) { return line.substr(0, b.size()) == b; });
}

}  // namespace

std::string failure_text(std::string_view message)
{
    // More than one when matchers are joined by AnyOf.
    std::string said;
    std::string_view unread = message;
    for (;;) {
        const std::size_t begin = unread.find(begin_french);
        const std::size_t end = unread.find(end_french, begin == std::string_view::npos ? 0 : begin);
        if (begin == std::string_view::npos || end == std::string_view::npos) {
            break;
        }
        said += (said.empty() ? "" : "\n") + std::string(trimmed(unread.substr(begin + 1, end - begin - 1)));
        unread.remove_prefix(end + 1);
    }
    if (!said.empty()) {
        const std::string_view added = trimmed(unread);
        return added.empty() ? said : said + "\n" + std::string(added);
    }
    std::string_view rest = message;
    while (!rest.empty() && is_frame(rest)) {
        rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
    }
    return std::string(trimmed(rest).empty() ? trimmed(message) : trimmed(rest));
}

}  // namespace atelier::check
