// SPDX-License-Identifier: MIT
#include "explanations/table.hpp"
#include "show.hpp"

namespace atelier {

namespace {

/// Takes what stands before the first `*` or `~` from `pattern`, and that sign; which it is, or 0.
char take_literal(std::string_view& pattern, std::string& literal)
{
    literal.clear();
    std::size_t at = 0;
    for (; at < pattern.size() && pattern[at] != '*' && pattern[at] != '~'; ++at) {
        at += pattern[at] == '\\' && at + 1 < pattern.size() ? 1 : 0;
        literal += pattern[at];
    }
    const char sign = at < pattern.size() ? pattern[at] : '\0';
    pattern.remove_prefix(sign != '\0' ? at + 1 : at);
    return sign;
}

}  // namespace

bool matches(std::string_view text, std::string_view pattern, std::vector<std::string>& captures)
{
    captures.clear();
    std::string literal;
    char sign = take_literal(pattern, literal);
    std::size_t at = text.find(literal);
    while (at != std::string_view::npos && sign != '\0') {
        at += literal.size();
        const bool in_a_line = sign == '~';
        sign = take_literal(pattern, literal);
        const std::size_t found = text.find(literal, at);
        const std::size_t end = literal.empty() ? text.size() : found;
        if (found == std::string_view::npos ||
            (in_a_line && text.substr(at, end - at).find('\n') != std::string_view::npos)) {
            return false;
        }
        captures.emplace_back(text.substr(at, end - at));
        at = found;
    }
    return at != std::string_view::npos;
}

std::string quoted_name(std::string_view text)
{
    constexpr std::size_t longest = 300;
    return excerpt(text, longest);
}

}  // namespace atelier
