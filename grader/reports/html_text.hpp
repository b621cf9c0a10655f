// SPDX-License-Identifier: MIT
// Text that is already HTML, told apart by its type from text that is not: whatever is put into a page is escaped, once,
// unless it is Html.
#pragma once

#include <fmt/args.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace atelier {

/// A piece of a page. Made by what follows only.
struct Html {
    std::string text;

    Html& operator+=(const Html& more)
    {
        text += more.text;
        return *this;
    }
};

/// `text`, whoever chose its bytes, as HTML and XML read it inside an element or between the quotes of an attribute: on
/// one line, markup escaped, and with nothing that could command or reorder (visible() of utf8.hpp).
[[nodiscard]] Html html_escaped(std::string_view text);

/// The same for an element that shows lines as they are, `pre`: line ends stay, tabs become blanks.
[[nodiscard]] Html html_lines(std::string_view text);

/// Markup that stands in our sources.
class Template {
public:
    // NOLINTNEXTLINE(google-explicit-constructor): a literal is all that this can be
    consteval Template(const char* text) : text_(text) {}
    [[nodiscard]] std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

/// What takes the place of a {} of a page.
template <class T>
[[nodiscard]] auto as_html(const T& value)
{
    if constexpr (std::is_same_v<T, Html>) {
        return value.text;
    } else if constexpr (std::is_arithmetic_v<T>) {
        static_assert(std::is_integral_v<T>, "what people read of a fraction depends on the language");
        return value;
    } else {
        return html_escaped(value).text;
    }
}

/// `markup`, with each {} replaced as fmt does by an argument: Html and whole numbers as they are, anything else escaped.
template <class... Args>
[[nodiscard]] Html html(Template markup, const Args&... args)
{
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    (store.push_back(as_html(args)), ...);
    return {fmt::vformat(markup.text(), store)};
}

}  // namespace atelier
