// SPDX-License-Identifier: MIT
#include "similarity/cpp_words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "digest.hpp"

namespace atelier {

namespace {

constexpr std::uint64_t any_name = digest("a name");
constexpr std::uint64_t any_number = digest("a number");
constexpr std::uint64_t any_character = digest("a character");
constexpr std::uint64_t a_text = digest("a text");

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_of_a_name(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
           static_cast<unsigned char>(c) >= 0x80;
}
constexpr bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0'; }

const std::set<std::string_view>& keywords()
{
    static const std::set<std::string_view> all{
        "alignas",      "alignof",    "asm",          "auto",        "bool",      "break",
        "case",         "catch",      "char",         "char8_t",     "class",     "co_await",
        "co_return",    "co_yield",   "concept",      "const",       "consteval", "constexpr",
        "constinit",    "const_cast", "continue",     "decltype",    "default",   "delete",
        "do",           "double",     "dynamic_cast", "else",        "enum",      "explicit",
        "export",       "extern",     "false",        "float",       "for",       "friend",
        "goto",         "if",         "inline",       "int",         "long",      "mutable",
        "namespace",    "new",        "noexcept",     "nullptr",     "operator",  "private",
        "protected",    "public",     "register",     "requires",    "return",    "short",
        "signed",       "sizeof",     "static",       "static_cast", "struct",    "switch",
        "template",     "this",       "thread_local", "throw",       "true",      "try",
        "typedef",      "typeid",     "typename",     "union",       "unsigned",  "using",
        "virtual",      "void",       "volatile",     "wchar_t",     "while",     "reinterpret_cast",
        "static_assert"};
    return all;
}

/// Signs that have a name as well.
const std::map<std::string_view, std::string_view>& named_signs()
{
    static const std::map<std::string_view, std::string_view> all{
        {"and", "&&"}, {"or", "||"}, {"not", "!"}, {"bitand", "&"}, {"bitor", "|"}, {"xor", "^"}, {"compl", "~"}};
    return all;
}

constexpr std::array<std::string_view, 22> long_signs{
    "::", "->", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||",  "++",
    "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "...", "##"};

class Cutter {
public:
    Cutter(std::string_view source, std::size_t most) : source_(source), most_(most) {}

    std::vector<CppWord> words()
    {
        while (at_ < source_.size() && words_.size() < most_) {
            const char c = source_[at_];
            if (is_blank(c)) {
                pass(1);
            } else if (starts_with("\\\n") || starts_with("\\\r\n")) {
                pass(source_[at_ + 1] == '\n' ? 2 : 3);
            } else if (starts_with("//")) {
                pass_line();
            } else if (starts_with("/*")) {
                pass_to("*/", at_ + 2);
            } else if (c == '#' && begins_line_) {
                directive();
            } else if (is_digit(c) || (c == '.' && at_ + 1 < source_.size() && is_digit(source_[at_ + 1]))) {
                number();
            } else if (c == '"') {
                quoted();
            } else if (c == '\'') {
                add(any_character);
                pass(length_of_quoted('\''));
            } else if (is_of_a_name(c)) {
                name();
            } else {
                sign();
            }
        }
        return std::move(words_);
    }

private:
    [[nodiscard]] bool starts_with(std::string_view text) const { return source_.substr(at_, text.size()) == text; }

    void add(std::uint64_t word)
    {
        if (words_.size() < most_) {
            words_.push_back({word, line_});
        }
        begins_line_ = false;
        after_text_ = false;
    }

    void pass(std::size_t bytes)
    {
        const std::string_view passed = source_.substr(at_, bytes);
        const auto lines = std::count(passed.begin(), passed.end(), '\n');
        line_ += static_cast<std::uint32_t>(lines);
        begins_line_ = begins_line_ || lines > 0;
        at_ += passed.size();
    }

    /// To behind the next `end`, from `from`; to the end of the source when there is none.
    void pass_to(std::string_view end, std::size_t from)
    {
        const std::size_t found = source_.find(end, from);
        pass((found == std::string_view::npos ? source_.size() : found + end.size()) - at_);
    }

    /// The rest of the line, and those that a backslash joins to it.
    void pass_line()
    {
        std::size_t end = source_.find('\n', at_);
        while (end != std::string_view::npos && end > at_ &&
               (source_[end - 1] == '\\' || (source_[end - 1] == '\r' && end > at_ + 1 && source_[end - 2] == '\\'))) {
            end = source_.find('\n', end + 1);
        }
        pass(std::min(end, source_.size()) - at_);
    }

    void directive()
    {
        std::size_t word = at_ + 1;
        while (word < source_.size() && (source_[word] == ' ' || source_[word] == '\t')) {
            ++word;
        }
        if (source_.substr(word, 7) == "include" || source_.substr(word, 6) == "pragma") {
            pass_line();
        } else {
            sign();
        }
    }

    void number()
    {
        std::size_t end = at_;
        while (end < source_.size() &&
               (is_of_a_name(source_[end]) || source_[end] == '.' ||
                (source_[end] == '\'' && end + 1 < source_.size() && is_of_a_name(source_[end + 1])) ||
                ((source_[end] == '+' || source_[end] == '-') && (source_[end - 1] == 'e' || source_[end - 1] == 'E') &&
                 source_.substr(at_, 2) != "0x"))) {
            ++end;
        }
        add(any_number);
        pass(end - at_);
    }

    void name()
    {
        std::size_t end = at_;
        while (end < source_.size() && is_of_a_name(source_[end])) {
            ++end;
        }
        const std::string_view word = source_.substr(at_, end - at_);
        const bool is_prefix = word == "R" || word == "u8R" || word == "LR" || word == "uR" || word == "UR";
        if (is_prefix && end < source_.size() && source_[end] == '"') {
            pass(word.size());
            raw();
            return;
        }
        if ((word == "u8" || word == "L" || word == "u" || word == "U") && end < source_.size() &&
            (source_[end] == '"' || source_[end] == '\'')) {
            pass(word.size());  // what follows says what it is
            return;
        }
        const auto named = named_signs().find(word);
        add(named != named_signs().end() ? digest(named->second) : keywords().contains(word) ? digest(word) : any_name);
        pass(word.size());
    }

    void sign()
    {
        const auto* const found =
            std::find_if(long_signs.begin(), long_signs.end(), [&](std::string_view s) { return starts_with(s); });
        const std::string_view text = found != long_signs.end() ? *found : source_.substr(at_, 1);
        add(digest(text));
        pass(text.size());
    }

    /// The bytes from a quote to behind the one that closes it on the same line, else to the end of that line.
    [[nodiscard]] std::size_t length_of_quoted(char quote) const
    {
        for (std::size_t i = at_ + 1; i < source_.size(); ++i) {
            if (source_[i] == quote) {
                return i + 1 - at_;
            }
            if (source_[i] == '\n') {
                return i - at_;
            }
            i += source_[i] == '\\' ? 1 : 0;
        }
        return source_.size() - at_;
    }

    void quoted()
    {
        const std::size_t length = length_of_quoted('"');
        begin_text();
        text(at_ + 1, at_ + length);
    }

    void raw()
    {
        constexpr std::size_t longest_mark = 16;  // by the standard
        const std::size_t open = source_.find('(', at_);
        begin_text();
        if (open == std::string_view::npos || open - at_ - 1 > longest_mark) {
            pass(1);
            return;
        }
        const std::string close = ")" + std::string(source_.substr(at_ + 1, open - at_ - 1)) + "\"";
        const std::size_t end = std::min(source_.find(close, open), source_.size());
        pass(open + 1 - at_);
        text(at_, end);
        pass(std::min(close.size(), source_.size() - end));
        after_text_ = true;
    }

    /// Texts that follow one another are one.
    void begin_text()
    {
        if (!after_text_) {
            add(a_text);
        }
    }

    /// The words of a text; passes to `end`.
    void text(std::size_t begin, std::size_t end)
    {
        pass(begin - at_);
        while (at_ < end && words_.size() < most_) {
            const char c = source_[at_];
            if (c == '\\') {
                pass(std::min<std::size_t>(2, end - at_));
            } else if (is_digit(c)) {
                number_in_text(end);
            } else if (is_of_a_name(c)) {
                std::string word;
                for (; at_ < end && is_of_a_name(source_[at_]); pass(1)) {
                    const char letter = source_[at_];
                    word += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
                }
                add(digest(word, a_text));
            } else {
                if (!is_blank(c) && !(c == '"' && at_ + 1 == end)) {
                    add(digest(source_.substr(at_, 1)));
                }
                pass(1);
            }
        }
        pass(end - at_);
        after_text_ = true;
    }

    void number_in_text(std::size_t end)
    {
        add(any_number);
        while (at_ < end && (is_of_a_name(source_[at_]) || source_[at_] == '.')) {
            pass(1);
        }
    }

    std::string_view source_;
    std::size_t most_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
    bool begins_line_ = true;  ///< nothing but blanks and comments stands before on this line
    bool after_text_ = false;  ///< the last word ended a text
    std::vector<CppWord> words_;
};

}  // namespace

std::vector<CppWord> cpp_words(std::string_view source, std::size_t most) { return Cutter(source, most).words(); }

}  // namespace atelier
