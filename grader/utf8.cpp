// SPDX-License-Identifier: MIT
#include "utf8.hpp"

#include <clocale>
#include <cwchar>
#include <cwctype>

#include "error.hpp"

namespace atelier {

namespace {

constexpr char32_t last_character = 0x10FFFF;

bool is_surrogate(char32_t character) { return character >= 0xD800 && character <= 0xDFFF; }

/// Bytes announced by the first one; 0 when no sequence begins with it.
std::size_t announced_bytes(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    if (lead >= 0xF0 && lead <= 0xF4)
        return 4;
    return 0;
}

locale_t c_utf8()
{
    static const locale_t locale = [] {
        const locale_t made = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
        if (made == nullptr) {
            throw system_error("newlocale(C.UTF-8)");
        }
        return made;
    }();
    return locale;
}

/// Direction marks and separators have no picture, but a terminal or an editor may obey them.
bool is_invisible_command(char32_t c)
{
    return (c >= 0x80 && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

char32_t picture(char32_t character)
{
    if (character < 0x20)
        return U'\u2400' + character;
    if (character == 0x7F)
        return U'\u2421';
    return is_invisible_command(character) ? replacement_character : character;
}

}  // namespace

DecodedCharacter decode_utf8(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t bytes = announced_bytes(lead);
    if (bytes == 0 || bytes > text.size()) {
        return {};
    }
    if (bytes == 1) {
        return {lead, 1, true};
    }
    char32_t value = lead & (0x7FU >> bytes);
    for (const char next : text.substr(1, bytes - 1)) {
        const auto byte = static_cast<unsigned char>(next);
        if ((byte & 0xC0U) != 0x80U) {
            return {};
        }
        value = (value << 6U) | (byte & 0x3FU);
    }
    const char32_t least = bytes == 2 ? 0x80 : bytes == 3 ? 0x800 : 0x10000;
    if (value < least || value > last_character || is_surrogate(value)) {
        return {};
    }
    return {value, bytes, true};
}

bool is_valid_utf8(std::string_view text)
{
    while (!text.empty()) {
        const DecodedCharacter first = decode_utf8(text);
        if (!first.valid) {
            return false;
        }
        text.remove_prefix(first.bytes);
    }
    return true;
}

void append_utf8(std::string& text, char32_t character)
{
    if (character > last_character || is_surrogate(character)) {
        character = replacement_character;
    }
    const auto continuation = [&](unsigned shift) {
        text += static_cast<char>(0x80U | ((character >> shift) & 0x3FU));
    };
    if (character < 0x80) {
        text += static_cast<char>(character);
    } else if (character < 0x800) {
        text += static_cast<char>(0xC0U | (character >> 6U));
        continuation(0);
    } else if (character < 0x10000) {
        text += static_cast<char>(0xE0U | (character >> 12U));
        continuation(6);
        continuation(0);
    } else {
        text += static_cast<char>(0xF0U | (character >> 18U));
        continuation(12);
        continuation(6);
        continuation(0);
    }
}

Utf8Locale::Utf8Locale() : before_(::uselocale(c_utf8())) {}

Utf8Locale::~Utf8Locale() { ::uselocale(before_); }

std::string lower_case(std::string_view text)
{
    std::string result;
    for (const char32_t character : Characters(text)) {
        append_utf8(result, static_cast<char32_t>(::towlower_l(static_cast<wint_t>(character), c_utf8())));
    }
    return result;
}

std::size_t display_width(std::string_view text)
{
    const Utf8Locale locale;
    std::size_t columns = 0;
    for (const char32_t character : Characters(text)) {
        const int width = ::wcwidth(static_cast<wchar_t>(picture(character)));
        columns += width < 0 ? 1 : static_cast<std::size_t>(width);
    }
    return columns;
}

std::string visible(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (const char32_t character : Characters(text)) {
        append_utf8(result, picture(character));
    }
    return result;
}

}  // namespace atelier
