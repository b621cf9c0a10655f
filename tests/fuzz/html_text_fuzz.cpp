// SPDX-License-Identifier: MIT
// Whatever bytes a text is made of, a page shows it as a text: no markup, no attribute, no command.
//
// The input: the text.
#include "reports/html_text.hpp"

#include <utility>

#include "fuzz.hpp"
#include "show.hpp"

namespace atelier {
namespace {

using fuzz::promise;

/// What a browser shows for `html`, which holds texts alone.
std::string shown_by_browsers(std::string_view html)
{
    std::string text;
    while (!html.empty()) {
        promise(std::string_view("<>\"'").find(html.front()) == std::string_view::npos, "no markup is left", html);
        if (html.front() != '&') {
            text += html.front();
            html.remove_prefix(1);
            continue;
        }
        bool known = false;
        for (const auto& [entity, character] : {std::pair<std::string_view, char>{"&amp;", '&'},
                                                {"&lt;", '<'},
                                                {"&gt;", '>'},
                                                {"&quot;", '"'},
                                                {"&#39;", '\''}}) {
            if (!known && html.substr(0, entity.size()) == entity) {
                known = true;
                text += character;
                html.remove_prefix(entity.size());
            }
        }
        promise(known, "no entity but those of XML", html);
    }
    return text;
}

/// `shown` without the characters that no page may hold.
std::string without_noncharacters(std::string_view shown)
{
    std::string text;
    for (const char32_t c : Characters(shown)) {
        append_utf8(text, (c & 0xFFFEU) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) ? replacement_character : c);
    }
    return text;
}

void test(std::string_view input)
{
    const std::string text = html_escaped(input).text;
    fuzz::promise_readable(text, 6 * input.size());
    promise(text.find('\n') == std::string::npos, "an attribute is on one line", text);
    promise(shown_by_browsers(text) == without_noncharacters(visible(input)), "what is shown is what was said", text);
    const std::string lines = html_lines(input).text;
    fuzz::promise_readable(lines, 6 * input.size());
    promise(shown_by_browsers(lines) == without_noncharacters(visible_lines(input)), "lines stay lines", lines);
    const std::string cell = html("<td title=\"{}\">{}</td>", input, std::string(input)).text;
    promise(cell == "<td title=\"" + text + "\">" + text + "</td>", "a page escapes what it is given, once", cell);
}

}  // namespace
}  // namespace atelier

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    atelier::test(atelier::fuzz::text_of(data, size));
    return 0;
}
