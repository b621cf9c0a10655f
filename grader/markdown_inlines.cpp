// SPDX-License-Identifier: MIT
#include "markdown_inlines.hpp"

#include <algorithm>
#include <string>

#include "message.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

bool is_blank(char byte) { return byte == ' ' || byte == '\n' || byte == '\t'; }

/// Text of a paragraph, fit for a terminal, with each series of blanks made one space. No-break spaces are no blanks.
std::string flowing(std::string_view text)
{
    std::string result;
    for (const char byte : text) {
        if (!is_blank(byte)) {
            result += byte;
        } else if (result.empty() || result.back() != ' ') {
            result += ' ';
        }
    }
    return visible(result);
}

/// The same for code, where each space counts.
std::string flowing_code(std::string_view text)
{
    std::string result(text);
    std::replace_if(result.begin(), result.end(), is_blank, ' ');
    return visible(result);
}

/// A terminal opens what a browser or a mail program opens; a path inside the course is better read than clicked.
bool can_be_clicked(std::string_view url)
{
    return url.starts_with("https://") || url.starts_with("http://") || url.starts_with("mailto:");
}

/// Bytes that would end the escape sequence early, or that OSC 8 does not allow, are percent-encoded.
std::string for_osc8(std::string_view url)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result;
    for (const char byte : url) {
        const auto code = static_cast<unsigned char>(byte);
        if (code > 0x20 && code < 0x7F) {
            result += byte;
        } else {
            result += {'%', digits[code >> 4U], digits[code & 0xFU]};
        }
    }
    return result;
}

/// Whether a link shows its own address, as <https://sqlite.org> and https://sqlite.org do.
bool shows_its_address(std::string_view text, std::string_view url)
{
    return url == text || url == "mailto:" + std::string(text) || url == "http://" + std::string(text);
}

/// Where a bare link ends in French: GitHub's rule knows ASCII blanks only and takes in the space before « : ».
std::size_t end_of_bare_link(std::string_view text)
{
    return std::min({text.size(), text.find("\u00A0"), text.find("\u202F")});
}

std::string without_tags(std::string_view html)
{
    std::string text;
    for (std::size_t tag; (tag = html.find('<')) != std::string_view::npos;) {
        text += html.substr(0, tag);
        html.remove_prefix(tag);
        const std::string_view close = html.starts_with("<!--") ? "-->" : ">";
        const std::size_t end = html.find(close);
        if (end == std::string_view::npos) {
            break;
        }
        html.remove_prefix(end + close.size());
    }
    return text.append(html);
}

class Inlines {
public:
    explicit Inlines(const TerminalStyle& terminal) : terminal_(terminal) {}

    [[nodiscard]] StyledText of(cmark_node* parent, const Style& style) const;

private:
    void add_inline(StyledText& to, cmark_node* node, Style style) const;
    void add_marked(StyledText& to, cmark_node* node, std::string_view mark, bool kept, const Style& style) const;
    void add_code(StyledText& to, std::string_view code, Style style) const;
    void add_link(StyledText& to, cmark_node* node, const Style& style) const;

    TerminalStyle terminal_;
};

StyledText Inlines::of(cmark_node* parent, const Style& style) const
{
    StyledText text;
    for (cmark_node* node : children(parent)) {
        add_inline(text, node, style);
    }
    return text;
}

void Inlines::add_inline(StyledText& to, cmark_node* node, Style style) const
{
    switch (::cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT: append(to, flowing(literal(node)), style); break;
        case CMARK_NODE_SOFTBREAK: append(to, " ", style); break;
        case CMARK_NODE_LINEBREAK: append(to, "\n", style); break;
        case CMARK_NODE_CODE: add_code(to, literal(node), style); break;
        case CMARK_NODE_LINK: add_link(to, node, style); break;
        case CMARK_NODE_IMAGE: append(to, tr("[image\u00A0: {}]", flowing(plain_text(node))), style); break;
        case CMARK_NODE_HTML_INLINE: append(to, literal(node).starts_with("<br") ? "\n" : "", style); break;
        case CMARK_NODE_EMPH:
            style.emphasis = true;
            add_marked(to, node, "*", !terminal_.colour, style);
            break;
        case CMARK_NODE_STRONG:
            style.strong = true;
            add_marked(to, node, "**", !terminal_.colour, style);
            break;
        default:
            // Struck text says the contrary of what it spells, and not all terminals can strike: the mark stays.
            style.struck = is_a(node, "strikethrough");
            add_marked(to, node, "~~", style.struck, style);
    }
}

void Inlines::add_marked(StyledText& to, cmark_node* node, std::string_view mark, bool kept, const Style& style) const
{
    const std::string_view shown = kept ? mark : "";
    append(to, shown, style);
    append(to, of(node, style));
    append(to, shown, style);
}

void Inlines::add_code(StyledText& to, std::string_view code, Style style) const
{
    style.code = true;
    const bool has_backtick = code.find('`') != std::string_view::npos;
    const std::string_view open = terminal_.colour ? "" : has_backtick ? "``\u00A0" : "`";
    const std::string_view close = terminal_.colour ? "" : has_backtick ? "\u00A0``" : "`";
    append(to, open, style);
    append(to, flowing_code(code), style);
    append(to, close, style);
}

void Inlines::add_link(StyledText& to, cmark_node* node, const Style& style) const
{
    std::string_view url = view(::cmark_node_get_url(node));
    const std::string text = plain_text(node);
    const bool bare = shows_its_address(text, url);
    const std::size_t end = bare ? end_of_bare_link(text) : text.size();
    url.remove_suffix(text.size() - end);

    Style linked = style;
    linked.link = true;
    linked.url = terminal_.hyperlinks && can_be_clicked(url) ? for_osc8(url) : "";
    if (bare) {
        append(to, flowing(text.substr(0, end)), linked);
        append(to, flowing(text.substr(end)), style);
        return;
    }
    append(to, of(node, linked));
    if (linked.url.empty() && !url.empty()) {
        append(to, " (" + visible(url) + ")", style);
    }
}

}  // namespace

StyledText inline_text(cmark_node* parent, const TerminalStyle& terminal, const Style& style)
{
    return Inlines(terminal).of(parent, style);
}

StyledText html_text(std::string_view html) { return {{flowing(without_tags(html)), {}}}; }

}  // namespace atelier
