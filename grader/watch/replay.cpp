// SPDX-License-Identifier: MIT
#include "watch/replay.hpp"

#include <algorithm>
#include <charconv>

namespace atelier::watch {

namespace {

/// Reads what stands between quotes from `rest`, up to the closing one, which is taken too.
bool quoted(std::string_view& rest, char quote, bool escapes, std::string& into)
{
    while (!rest.empty() && rest.front() != quote) {
        if (escapes && rest.substr(0, 2) == "\\x") {
            unsigned byte = 0;
            const std::string_view digits = rest.substr(2, 2);
            const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
            if (error != std::errc() || digits.size() != 2 || end != digits.data() + 2) {
                return false;
            }
            into += static_cast<char>(byte);
            rest.remove_prefix(4);
            continue;
        }
        if (escapes && rest.front() == '\\') {
            return false;
        }
        into += rest.front();
        rest.remove_prefix(1);
    }
    if (rest.empty()) {
        return false;
    }
    rest.remove_prefix(1);
    return true;
}

}  // namespace

std::optional<std::vector<std::string>> shell_words(std::string_view line)
{
    std::vector<std::string> words;
    bool in_word = false;
    while (!line.empty()) {
        const char c = line.front();
        if (c == ' ') {
            in_word = false;
            line.remove_prefix(1);
            continue;
        }
        if (!in_word) {
            words.emplace_back();
            in_word = true;
        }
        const bool ansi = line.substr(0, 2) == "$'";
        if (c == '\'' || c == '"' || ansi) {
            line.remove_prefix(ansi ? 2 : 1);
            if (!quoted(line, c == '"' ? '"' : '\'', ansi, words.back())) {
                return std::nullopt;
            }
        } else if (c == '\\') {
            if (line.size() < 2) {
                return std::nullopt;
            }
            words.back() += line[1];
            line.remove_prefix(2);
        } else {
            words.back() += c;
            line.remove_prefix(1);
        }
    }
    return words;
}

std::optional<Replay> replay_of(std::string_view line)
{
    const std::optional<std::vector<std::string>> found = shell_words(line);
    if (!found) {
        return std::nullopt;
    }
    auto begin = found->begin();
    Replay replay;
    if (found->size() > 4 && begin[0] == "printf" && begin[1] == "%s" && begin[3] == "|") {
        replay.input = begin[2];
        begin += 4;
    }
    if (found->end() - begin < 3 || begin[0] != "./atelier" || begin[1] != "run") {
        return std::nullopt;
    }
    replay.words.assign(begin + 1, found->end());
    return replay;
}

}  // namespace atelier::watch
