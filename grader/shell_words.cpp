// SPDX-License-Identifier: MIT
#include "shell_words.hpp"

#include <charconv>
#include <utility>

namespace atelier {

namespace {

bool is_in(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

/// Reads a line from its beginning. Each function returns false at what only a shell can do.
class Lexer {
public:
    explicit Lexer(std::string_view line) : rest_(line) {}

    [[nodiscard]] bool read()
    {
        while (!rest_.empty()) {
            const char c = rest_.front();
            if (c == ' ' || c == '\t') {
                in_word_ = false;
                rest_.remove_prefix(1);
            } else if (c == '#' && !in_word_) {
                return true;  // a comment
            } else if (c == '|') {
                in_word_ = false;
                commands.emplace_back();
                rest_.remove_prefix(1);
            } else if (!piece()) {
                return false;
            }
        }
        return true;
    }

    std::vector<std::vector<std::string>> commands{1};  ///< from one pipe to the next

private:
    /// A part of a word: a character, or a text between quotes.
    bool piece()
    {
        const bool ansi = rest_.starts_with("$'");
        const char c = rest_.front();
        if (is_in(c, "`&;<>(){}[]*?!~\n") || (c == '$' && !ansi)) {
            return false;
        }
        rest_.remove_prefix(ansi ? 2 : 1);
        if (!in_word_) {
            commands.back().emplace_back();
            in_word_ = true;
        }
        switch (c) {
            case '$': return until('\'', &Lexer::ansi_escape);
            case '\'': return until('\'', nullptr);
            case '"': return until('"', &Lexer::double_escape);
            case '\\': return take_any();
            default: word() += c; return true;
        }
    }

    /// Up to the closing quote; `escape` reads what begins with a character of its own, if it is one.
    bool until(char quote, bool (Lexer::*escape)())
    {
        while (!rest_.empty() && rest_.front() != quote) {
            const bool is_own = escape != nullptr && is_in(rest_.front(), quote == '"' ? "\\$`!" : "\\");
            if (is_own ? !(this->*escape)() : !take_any()) {
                return false;
            }
        }
        if (rest_.empty()) {
            return false;
        }
        rest_.remove_prefix(1);
        return true;
    }

    bool take_any()
    {
        if (rest_.empty() || rest_.front() == '\n') {
            return false;
        }
        word() += rest_.front();
        rest_.remove_prefix(1);
        return true;
    }

    bool double_escape()
    {
        if (rest_.front() != '\\') {
            return false;  // a variable, a substitution, a line typed before
        }
        rest_.remove_prefix(1);
        if (rest_.empty() || !is_in(rest_.front(), "\\$`\"")) {
            word() += '\\';
            return true;
        }
        return take_any();
    }

    bool ansi_escape()
    {
        rest_.remove_prefix(1);
        constexpr std::string_view letters = "ntr\\'\"";
        constexpr std::string_view meanings = "\n\t\r\\'\"";
        const std::size_t known = rest_.empty() ? std::string_view::npos : letters.find(rest_.front());
        if (known != std::string_view::npos) {
            word() += meanings[known];
            rest_.remove_prefix(1);
            return true;
        }
        unsigned byte = 0;
        const std::string_view digits = rest_.starts_with('x') ? rest_.substr(1, 2) : std::string_view();
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
        if (error != std::errc()) {
            return false;
        }
        word() += static_cast<char>(byte);
        rest_.remove_prefix(1 + static_cast<std::size_t>(end - digits.data()));
        return true;
    }

    std::string& word() { return commands.back().back(); }

    std::string_view rest_;
    bool in_word_ = false;
};

}  // namespace

std::optional<TypedCommand> typed_command(std::string_view line)
{
    Lexer lexer(line);
    if (!lexer.read()) {
        return std::nullopt;
    }
    std::vector<std::vector<std::string>>& commands = lexer.commands;
    const bool piped =
        commands.size() == 2 && commands[0].size() == 3 && commands[0][0] == "printf" && commands[0][1] == "%s";
    if (commands.back().empty() || (commands.size() > 1 && !piped)) {
        return std::nullopt;
    }
    return TypedCommand{.words = std::move(commands.back()),
                        .input = piped ? std::move(commands[0][2]) : std::string()};
}

}  // namespace atelier
