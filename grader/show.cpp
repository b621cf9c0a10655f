// SPDX-License-Identifier: MIT
#include "show.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "utf8.hpp"

namespace atelier {

std::vector<std::string_view> lines_of(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string visible_lines(std::string_view text)
{
    std::string result;
    for (const std::string_view line : lines_of(text)) {
        std::string_view rest = line;
        for (std::size_t tab = rest.find('\t'); tab != std::string_view::npos; tab = rest.find('\t')) {
            result += visible(rest.substr(0, tab)) + "    ";
            rest.remove_prefix(tab + 1);
        }
        result += visible(rest) + '\n';
    }
    if (!text.empty() && text.back() != '\n') {
        result.pop_back();
    }
    return result;
}

std::string shortened(std::string_view text, std::size_t most_lines, std::size_t most_bytes)
{
    std::string result;
    std::size_t lines = 0;
    for (const std::string_view line : lines_of(text)) {
        if (lines == most_lines || result.size() >= most_bytes) {
            return result + "…\n";
        }
        const std::size_t room = most_bytes - result.size();
        if (line.size() > room) {
            std::size_t end = room;
            while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) {
                --end;
            }
            return result + std::string(line.substr(0, end)) + "…\n";
        }
        result += std::string(line) + '\n';
        ++lines;
    }
    return result;
}

std::string excerpt(std::string_view text, std::size_t most_bytes)
{
    if (text.size() <= most_bytes) {
        return visible(text);
    }
    std::size_t end = most_bytes;
    while (end > 0 && most_bytes - end < 3 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return visible(text.substr(0, end)) + "…";
}

std::string indented(std::string_view text, std::string_view margin)
{
    std::string result;
    for (const std::string_view line : lines_of(text)) {
        result += line.empty() ? "\n" : std::string(margin) + std::string(line) + '\n';
    }
    return result;
}

std::string padded(std::string text, std::size_t width)
{
    const std::size_t taken = display_width(text);
    text.append(width > taken ? width - taken : 0, ' ');
    return text;
}

std::string shell_quoted(std::string_view argument)
{
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("_-./,:=+@%").find(c) != std::string_view::npos;
    };
    if (!argument.empty() && std::all_of(argument.begin(), argument.end(), is_plain)) {
        return std::string(argument);
    }
    if (visible(argument) != argument) {
        std::string result = "$'";
        for (const char c : argument) {
            const auto byte = static_cast<unsigned char>(c);
            result += byte >= 0x20 && byte < 0x7F && c != '\'' && c != '\\' ? std::string(1, c)
                                                                            : fmt::format("\\x{:02x}", byte);
        }
        return result + '\'';
    }
    if (argument.find('\'') != std::string_view::npos && argument.find_first_of("\"\\$`!") == std::string_view::npos) {
        return '"' + std::string(argument) + '"';
    }
    std::string result = "'";
    for (const char c : argument) {
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return result + '\'';
}

}  // namespace atelier
