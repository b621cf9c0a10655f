// SPDX-License-Identifier: MIT
#include "reports/html_text.hpp"

#include "show.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

/// Characters that Unicode reserves for programs: no page may hold them.
bool is_noncharacter(char32_t c) { return (c & 0xFFFEU) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF); }

Html escaped(const std::string& shown)
{
    Html html;
    html.text.reserve(shown.size() + shown.size() / 8);
    for (const char32_t c : Characters(shown)) {
        switch (c) {
            case U'&': html.text += "&amp;"; break;
            case U'<': html.text += "&lt;"; break;
            case U'>': html.text += "&gt;"; break;
            case U'"': html.text += "&quot;"; break;
            case U'\'': html.text += "&#39;"; break;
            default: append_utf8(html.text, is_noncharacter(c) ? replacement_character : c);
        }
    }
    return html;
}

}  // namespace

Html html_escaped(std::string_view text) { return escaped(visible(text)); }

Html html_lines(std::string_view text) { return escaped(visible_lines(text)); }

}  // namespace atelier
