// SPDX-License-Identifier: MIT
#include "reports/runner_commands.hpp"

#include <fmt/format.h>

#include "show.hpp"

namespace atelier {

namespace {

/// `text` with each of `special` as its code, « %0A ».
std::string escaped(std::string_view text, std::string_view special)
{
    std::string result;
    for (const char c : visible_lines(text)) {
        if (special.find(c) == std::string_view::npos) {
            result += c;
        } else {
            result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return result;
}

}  // namespace

std::string without_commands(std::string_view text)
{
    std::string shown;
    for (const std::string_view line : lines_of(text)) {
        const std::size_t first = line.find_first_not_of(" \t");
        std::string safe(first != std::string_view::npos && line.substr(first, 2) == "::" ? "| " : "");
        safe += line;
        for (std::size_t at = safe.find("##["); at != std::string::npos; at = safe.find("##[", at)) {
            safe.insert(at + 1, " ");
        }
        shown += (shown.empty() ? "" : "\n") + safe;
    }
    return shown;
}

std::string runner_command(std::string_view kind, const std::vector<std::pair<const char*, std::string>>& properties,
                           std::string_view message)
{
    std::string command = fmt::format("::{}", kind);
    const char* separator = " ";
    for (const auto& [name, value] : properties) {
        command += fmt::format("{}{}={}", separator, name, escaped(value, "%\r\n:,"));
        separator = ",";
    }
    return command + "::" + escaped(without_commands(message), "%\r\n") + "\n";
}

}  // namespace atelier
