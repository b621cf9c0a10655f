// SPDX-License-Identifier: MIT
#include "encodings.hpp"

#include "utf8.hpp"

namespace atelier {

namespace {

constexpr std::size_t ascii = 0x80;

/// The characters of the bytes 0x80 to 0x9F; from 0xA0 on, a byte is its character.
constexpr std::u32string_view windows_1252 = U"€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F"
                                             U"\u0090‘’“”•–—˜™š›œ\u009DžŸ";
static_assert(windows_1252.size() == 32);

/// The characters of the bytes 0x80 to 0xFF.
constexpr std::u32string_view code_page_850 = U"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ"
                                              U"áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
                                              U"└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀"
                                              U"ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0";
static_assert(code_page_850.size() == 128);

constexpr std::u32string_view small_letters = U"àâäçéèêëîïôöùûüÿæœ’";
constexpr std::u32string_view capitals = U"ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸÆŒ";

char32_t in_windows_1252(unsigned char byte)
{
    const std::size_t place = byte - ascii;
    return byte >= ascii && place < windows_1252.size() ? windows_1252[place] : byte;
}

/// How French a text looks. Names have more small letters than capitals: the ê of one code page is the Û of the other.
int frenchness(std::string_view text)
{
    int sum = 0;
    for (const char32_t character : Characters(text)) {
        sum += small_letters.find(character) != std::u32string_view::npos ? 2 : 0;
        sum += capitals.find(character) != std::u32string_view::npos ? 1 : 0;
    }
    return sum;
}

}  // namespace

std::string from_windows_1252(std::string_view bytes)
{
    std::string text;
    for (const char byte : bytes) {
        append_utf8(text, in_windows_1252(static_cast<unsigned char>(byte)));
    }
    return text;
}

std::optional<std::string> to_windows_1252(std::string_view text)
{
    std::string bytes;
    for (const char32_t character : Characters(text)) {
        const std::size_t place = windows_1252.find(character);
        if (place != std::u32string_view::npos) {
            bytes += static_cast<char>(ascii + place);
        } else if (character < ascii || (character >= ascii + windows_1252.size() && character <= 0xFF)) {
            bytes += static_cast<char>(character);
        } else {
            return std::nullopt;
        }
    }
    return bytes;
}

std::string from_code_page_850(std::string_view bytes)
{
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        append_utf8(text, byte < ascii ? byte : code_page_850[byte - ascii]);
    }
    return text;
}

std::string from_unknown_encoding(std::string_view bytes)
{
    if (is_valid_utf8(bytes)) {
        return std::string(bytes);
    }
    std::string of_windows = from_windows_1252(bytes);
    std::string of_dos = from_code_page_850(bytes);
    return frenchness(of_windows) > frenchness(of_dos) ? of_windows : of_dos;
}

}  // namespace atelier
