// SPDX-License-Identifier: MIT
#include "reports/mistakes.hpp"

#include "show.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

/// Characters of blanks are one, and none stand at either end.
std::string squeezed(std::string_view line)
{
    std::string result;
    for (const char c : line) {
        if (c != ' ' && c != '\t') {
            result += c;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    if (!result.empty() && result.back() == ' ') {
        result.pop_back();
    }
    return result;
}

/// Whether a line of a comparison heads its table, or has the same on both sides: reading it tells nothing.
bool is_plain_row(std::string_view line)
{
    return line.find("│") != std::string_view::npos && (line.front() == ' ' || line.front() == '=');
}

}  // namespace

std::string mistake_of(std::string_view message)
{
    constexpr std::size_t most_bytes = 160;
    std::string first;
    for (const std::string_view line : lines_of(message)) {
        const std::string squeezed_line = squeezed(line);
        if (squeezed_line.empty()) {
            continue;
        }
        if (first.empty()) {
            first = squeezed_line;
        }
        if (!squeezed_line.ends_with(':') && !is_plain_row(line)) {
            return excerpt(squeezed_line, most_bytes);
        }
    }
    return excerpt(first, most_bytes);
}

void Commonest::add(const std::string& text)
{
    if (const auto known = counts_.find(text); known != counts_.end()) {
        ++known->second;
    } else if (counts_.size() < most_kept) {
        counts_.emplace(text, 1);
    } else {
        ++lost_;
        for (auto it = counts_.begin(); it != counts_.end();) {
            it = --it->second == 0 ? counts_.erase(it) : std::next(it);
        }
    }
}

Commonest::Top Commonest::top() const
{
    Top top;
    for (const auto& [text, count] : counts_) {
        if (count > top.count) {
            top = {.text = text, .count = count, .is_exact = lost_ == 0};
        }
    }
    return top;
}

}  // namespace atelier
