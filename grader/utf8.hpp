// SPDX-License-Identifier: MIT
// Text as UTF-8: which bytes are text, which characters they make, how many columns a terminal gives them.
#pragma once

#include <locale.h>

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

namespace atelier {

/// What stands for a malformed byte.
inline constexpr char32_t replacement_character = U'\uFFFD';

/// The character that begins a text, and the number of bytes it takes.
struct DecodedCharacter {
    char32_t value = replacement_character;
    std::size_t bytes = 1;
    bool valid = false;
};

/// Decodes the first character of `text`, which must not be empty. A byte that begins no well-formed sequence
/// (RFC 3629: no overlong form, no surrogate, nothing above U+10FFFF) is one replacement character of one byte.
[[nodiscard]] DecodedCharacter decode_utf8(std::string_view text);

/// Whether every byte of `text` belongs to a well-formed sequence. The empty text is valid.
[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// Appends `character` to `text`; a surrogate or a value above U+10FFFF becomes the replacement character.
void append_utf8(std::string& text, char32_t character);

/// Lends the locale C.UTF-8 to the calling thread, for functions of libc and of libraries that read the thread's locale, which
/// is "C" in most programs. Throws Error when libc lacks it.
class Utf8Locale {
public:
    Utf8Locale();
    ~Utf8Locale();
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

private:
    locale_t before_;
};

/// `text` in small letters, as C.UTF-8 has them: « É » becomes « é ». Malformed bytes become replacement characters.
[[nodiscard]] std::string lower_case(std::string_view text);

/// Columns that one line of text takes in a terminal: combining marks take none, wide characters and emoji two.
/// Whatever has no width of its own (control characters, malformed bytes) counts one, the width of what visible()
/// puts there. Independent of the process's locale; safe from several threads. Throws Error when libc lacks C.UTF-8.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// `text` with nothing in it that could command a terminal or reorder a line: control characters become their
/// pictures (␛, ␀, ␡), C1 controls, line separators and direction marks become one � each, malformed bytes too.
/// Newlines and tabs are replaced as well: take them out first if they are wanted.
[[nodiscard]] std::string visible(std::string_view text);

/// The characters of a text, for `for (char32_t character : Characters(text))`. The text must outlive it.
class Characters {
public:
    class Iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = char32_t;
        using difference_type = std::ptrdiff_t;
        using pointer = const char32_t*;
        using reference = char32_t;

        Iterator() = default;
        explicit Iterator(std::string_view rest) : rest_(rest) { decode(); }

        char32_t operator*() const { return character_.value; }
        Iterator& operator++()
        {
            rest_.remove_prefix(character_.bytes);
            decode();
            return *this;
        }
        Iterator operator++(int)
        {
            Iterator before = *this;
            ++*this;
            return before;
        }
        /// Iterators of the same text only.
        bool operator==(const Iterator& other) const { return rest_.size() == other.rest_.size(); }

    private:
        void decode()
        {
            if (!rest_.empty()) {
                character_ = decode_utf8(rest_);
            }
        }
        std::string_view rest_;
        DecodedCharacter character_;
    };

    explicit Characters(std::string_view text) : text_(text) {}
    [[nodiscard]] Iterator begin() const { return Iterator(text_); }
    [[nodiscard]] Iterator end() const { return Iterator(text_.substr(text_.size())); }

private:
    std::string_view text_;
};

}  // namespace atelier
