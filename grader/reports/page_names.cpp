// SPDX-License-Identifier: MIT
#include "reports/page_names.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

#include "sha256.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

constexpr std::size_t most_readable = 40;

/// Letters of French and of its neighbours, by what they are without their accents.
std::string_view plain_letter(char32_t c)
{
    static constexpr std::array<std::pair<std::u32string_view, std::string_view>, 13> letters{{{U"àáâãäåÀÁÂÃÄÅ", "a"},
                                                                                               {U"çÇ", "c"},
                                                                                               {U"èéêëÈÉÊË", "e"},
                                                                                               {U"ìíîïÌÍÎÏ", "i"},
                                                                                               {U"ñÑ", "n"},
                                                                                               {U"òóôõöøÒÓÔÕÖØ", "o"},
                                                                                               {U"ùúûüÙÚÛÜ", "u"},
                                                                                               {U"ýÿÝŸ", "y"},
                                                                                               {U"æÆ", "ae"},
                                                                                               {U"œŒ", "oe"},
                                                                                               {U"ß", "ss"},
                                                                                               {U"šŠ", "s"},
                                                                                               {U"žŽ", "z"}}};
    for (const auto& [accented, plain] : letters) {
        if (accented.find(c) != std::u32string_view::npos) {
            return plain;
        }
    }
    return {};
}

}  // namespace

std::string readable_part(const std::string& name)
{
    std::string result;
    for (const char32_t c : Characters(name)) {
        if (c >= U'\u0300' && c <= U'\u036F') {
            continue;  // an accent of the letter before
        }
        std::string letters(plain_letter(c));
        if (c >= U'A' && c <= U'Z') {
            letters = static_cast<char>(c - U'A' + U'a');
        } else if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9')) {
            letters = static_cast<char>(c);
        }
        if (result.size() + letters.size() > most_readable) {
            break;
        }
        if (!letters.empty()) {
            result += letters;
        } else if (!result.empty() && result.back() != '-') {
            result += '-';
        }
    }
    if (!result.empty() && result.back() == '-') {
        result.pop_back();
    }
    return result;
}

std::string PageNames::next(const std::string& student, const std::string& key)
{
    std::string name = readable_part(student);
    name += (name.empty() ? "" : "-") + Sha256().add(student).add(key).hex().substr(0, 16);
    std::string unique = name;
    // Two students of one name, whom no key tells apart.
    for (int n = 2; !given_.insert(unique).second; ++n) {
        unique = fmt::format("{}-{}", name, n);
    }
    return unique;
}

}  // namespace atelier
