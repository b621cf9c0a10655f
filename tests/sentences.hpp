// SPDX-License-Identifier: MIT
// The sentences of the sources, as xgettext finds them, and those of a translation.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files.hpp"
#include "process.hpp"
#include "show.hpp"

namespace atelier::test {

/// One entry of a .po file.
struct Sentence {
    std::string place;  ///< « grader/cli.cpp:28 », its first; empty in a file that keeps none
    std::string french;
    std::string plural;                     ///< empty when it has none
    std::vector<std::string> translations;  ///< one, or one for each number
    bool fuzzy = false;
    bool obsolete = false;
};

/// The text between the quotes of a .po line, its \n, \" and \\ undone.
inline std::string unquoted(std::string_view line)
{
    const std::size_t first = line.find('"') + 1;
    const std::string_view inside = line.substr(first, line.rfind('"') - first);
    std::string text;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        if (inside[i] == '\\' && i + 1 < inside.size()) {
            ++i;
            text += inside[i] == 'n' ? '\n' : inside[i] == 't' ? '\t' : inside[i];
        } else {
            text += inside[i];
        }
    }
    return text;
}

/// Every sentence of a .po text; its header, whose French is empty, left out.
inline std::vector<Sentence> sentences_of(std::string_view po)
{
    std::vector<Sentence> all;
    Sentence current;
    std::string* target = nullptr;
    const auto finish = [&] {
        if (!current.french.empty()) {
            all.push_back(std::move(current));
        }
        current = {};
    };
    for (std::string_view line : lines_of(po)) {
        if (line.empty()) {
            finish();
            continue;
        }
        if (line.substr(0, 3) == "#~ ") {
            current.obsolete = true;
            line.remove_prefix(3);
        }
        if (line.substr(0, 3) == "#: " && current.place.empty()) {
            current.place = line.substr(3, line.find(' ', 3) - 3);
        } else if (line.substr(0, 2) == "#,") {
            current.fuzzy = line.find("fuzzy") != std::string_view::npos;
        } else if (line.substr(0, 13) == "msgid_plural ") {
            target = &current.plural;
        } else if (line.substr(0, 6) == "msgid ") {
            target = &current.french;
        } else if (line.substr(0, 6) == "msgstr") {
            target = &current.translations.emplace_back();
        }
        if (line.front() != '#' && target != nullptr) {
            *target += unquoted(line);
        }
    }
    finish();
    return all;
}

/// The French sentences of grader/; none when xgettext is not there.
inline std::optional<std::vector<Sentence>> sentences_of_sources()
{
    const fs::path xgettext = "/usr/bin/xgettext";
    if (!fs::exists(xgettext)) {
        return std::nullopt;
    }
    const fs::path root = ATELIER_SOURCE_FOLDER;
    Command command;
    command.arguments = {xgettext.string(),         "--language=C++",         "--from-code=UTF-8", "--keyword=tr",
                         "--keyword=tr_plural:1,2", "--keyword=translatable", "--output=-"};
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / "grader")) {
        if (entry.path().extension() == ".cpp" || entry.path().extension() == ".hpp") {
            command.arguments.push_back(fs::relative(entry.path(), root).string());
        }
    }
    std::sort(command.arguments.begin() + 7, command.arguments.end());
    command.folder = root;
    command.environment = {"LC_ALL=C.UTF-8"};
    command.limits.output_bytes = std::size_t{4} << 20U;
    command.limits.cpu_time = std::chrono::seconds(20);
    command.limits.wall_time = std::chrono::minutes(2);
    const Outcome outcome = run(command);
    return outcome.succeeded() ? sentences_of(outcome.out) : std::vector<Sentence>{};
}

}  // namespace atelier::test
