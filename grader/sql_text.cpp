// SPDX-License-Identifier: MIT
#include "sql_text.hpp"

#include <algorithm>

namespace atelier {

namespace {

enum class Kind { blank, comment, text, number, blob, mark, name, other };

struct Word {
    Kind kind = Kind::other;
    std::string_view text;
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// How many bytes of `text` satisfy `wanted`, from `from` on; `from` included in the count.
template <class Wanted>
std::size_t length_while(std::string_view text, std::size_t from, const Wanted& wanted)
{
    std::size_t end = std::min(from, text.size());
    while (end < text.size() && wanted(text[end])) {
        ++end;
    }
    return end;
}

/// The length of what is quoted at the beginning of `text`; a quote that stands twice is part of it.
std::size_t quoted_length(std::string_view text, std::size_t open)
{
    const char close = text[open] == '[' ? ']' : text[open];
    for (std::size_t i = open + 1; i < text.size(); ++i) {
        if (text[i] != close) {
            continue;
        }
        if (close == ']' || i + 1 == text.size() || text[i + 1] != close) {
            return i + 1;
        }
        ++i;
    }
    return text.size();
}

std::size_t comment_length(std::string_view text)
{
    if (text.substr(0, 2) == "--") {
        return std::min(text.find('\n'), text.size());
    }
    const std::size_t end = text.find("*/", 2);
    return end == std::string_view::npos ? text.size() : end + 2;
}

std::size_t number_length(std::string_view text)
{
    std::size_t end = length_while(text, 0, [](char c) { return is_name(c) || c == '.'; });
    // « 1e-5 »: the sign belongs to the exponent, unless the number is hexadecimal.
    if (end < text.size() && (text[end] == '-' || text[end] == '+') && (text[end - 1] == 'e' || text[end - 1] == 'E') &&
        text.substr(0, 2) != "0x") {
        end = length_while(text, end + 1, is_digit);
    }
    return end;
}

/// The word that `text`, which is not empty, begins with.
Word first_word(std::string_view text)
{
    const char c = text.front();
    const char next = text.size() > 1 ? text[1] : '\0';
    const auto word = [&](Kind kind, std::size_t length) { return Word{kind, text.substr(0, length)}; };
    if (is_blank(c)) {
        return word(Kind::blank, length_while(text, 0, is_blank));
    }
    if ((c == '-' && next == '-') || (c == '/' && next == '*')) {
        return word(Kind::comment, comment_length(text));
    }
    if (c == '\'') {
        return word(Kind::text, quoted_length(text, 0));
    }
    if (c == '"' || c == '`' || c == '[') {
        return word(Kind::name, quoted_length(text, 0));
    }
    if ((c == 'x' || c == 'X') && next == '\'') {
        return word(Kind::blob, quoted_length(text, 1));
    }
    if (is_digit(c) || (c == '.' && is_digit(next))) {
        return word(Kind::number, number_length(text));
    }
    if (c == '?') {
        return word(Kind::mark, length_while(text, 1, is_digit));
    }
    if ((c == ':' || c == '@' || c == '$') && is_name(next)) {
        return word(Kind::mark, length_while(text, 1, is_name));
    }
    return is_name(c) ? word(Kind::name, length_while(text, 0, is_name)) : word(Kind::other, 1);
}

template <class Use>
void for_each_word(std::string_view text, const Use& use)
{
    while (!text.empty()) {
        const Word word = first_word(text);
        text.remove_prefix(word.text.size());
        use(word);
    }
}

/// The literal that SQLite put at the beginning of `text` for a mark.
std::string_view literal(std::string_view text)
{
    if (text.empty()) {
        return {};
    }
    const std::size_t sign = text.front() == '-' ? 1 : 0;
    if (sign == text.size()) {
        return {};
    }
    const Word word = first_word(text.substr(sign));
    if (word.text == "zeroblob") {  // zeroblob(12)
        return text.substr(0, std::min(text.find(')'), text.size() - 1) + 1);
    }
    return text.substr(0, sign + word.text.size());
}

}  // namespace

std::vector<std::string> bound_values(std::string_view sql, std::string_view expanded)
{
    std::vector<std::string> values;
    bool together = true;
    for_each_word(sql, [&](const Word& word) {
        if (word.kind == Kind::mark) {
            // Once apart, nothing is read any more: each mark would read the same long text again.
            const std::string_view value = together ? literal(expanded) : std::string_view();
            together = !value.empty();
            if (together) {
                values.emplace_back(value);
                expanded.remove_prefix(value.size());
            }
        } else {
            together = together && expanded.substr(0, word.text.size()) == word.text;
            expanded.remove_prefix(together ? word.text.size() : 0);
        }
    });
    return values;
}

std::string shape_of(std::string_view sql)
{
    std::string shape;
    for_each_word(sql, [&](const Word& word) {
        switch (word.kind) {
            case Kind::blank:
            case Kind::comment: shape += shape.empty() || shape.back() == ' ' ? "" : " "; break;
            case Kind::text:
            case Kind::number:
            case Kind::blob: shape += '?'; break;
            default: shape += word.text; break;
        }
    });
    shape.erase(shape.find_last_not_of(' ') + 1);
    return shape;
}

std::string on_one_line(std::string_view sql)
{
    std::string line;
    bool after_comment = false;
    for_each_word(sql, [&](const Word& word) {
        if (word.kind == Kind::blank) {
            const bool ends_comment = after_comment && word.text.find('\n') != std::string_view::npos;
            line += ends_comment ? " ⏎ " : line.empty() ? "" : " ";
        } else {
            line += word.text;
        }
        after_comment = word.kind == Kind::comment && word.text.substr(0, 2) == "--";
    });
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

}  // namespace atelier
