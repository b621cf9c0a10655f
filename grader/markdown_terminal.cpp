// SPDX-License-Identifier: MIT
#include "markdown_terminal.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "code_lines.hpp"
#include "markdown_inlines.hpp"
#include "markdown_tree.hpp"
#include "terminal_table.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

using Lines = std::vector<std::string>;

/// What is left of `width` after a margin; a few columns stay whatever the depth, else nothing could be read.
std::size_t narrower(std::size_t width, std::size_t margin)
{
    constexpr std::size_t readable = 8;
    return std::max(width - std::min(width, margin), std::min(width, readable));
}

/// Puts `first` before the first line and `rest` before the others, without blanks at the end of a line.
Lines behind(const std::string& first, const std::string& rest, Lines lines)
{
    if (lines.empty()) {
        lines.emplace_back();
    }
    for (std::string& line : lines) {
        line.insert(0, &line == &lines.front() ? first : rest);
        line.erase(line.find_last_not_of(' ') + 1);
    }
    return lines;
}

void append(Lines& to, Lines more)
{
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// One line of a code block, fit for a terminal, with its tabs as spaces up to CommonMark's tab stops.
std::string code_line(std::string_view line)
{
    constexpr std::size_t tab_stop = 4;
    std::string result;
    for (std::size_t tab; (tab = line.find('\t')) != std::string_view::npos; line.remove_prefix(tab + 1)) {
        result += visible(line.substr(0, tab));
        result.append(tab_stop - display_width(result) % tab_stop, ' ');
    }
    return result + visible(line);
}

/// « • », then « ◦ » and « ▪ » in lists inside lists.
std::string_view bullet(cmark_node* list)
{
    std::size_t depth = 0;
    for (cmark_node* node = list; (node = ::cmark_node_parent(node)) != nullptr;) {
        depth += ::cmark_node_get_list_type(node) == CMARK_BULLET_LIST ? 1 : 0;
    }
    return depth == 0 ? "•" : depth == 1 ? "◦" : "▪";
}

/// The mark of each item of a list, all of the same width.
Lines item_marks(cmark_node* list, std::size_t items)
{
    if (::cmark_node_get_list_type(list) == CMARK_BULLET_LIST) {
        return Lines(items, std::string(bullet(list)));
    }
    const char* const delimiter = ::cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM ? ")" : ".";
    const auto start = static_cast<std::size_t>(::cmark_node_get_list_start(list));
    Lines marks;
    for (std::size_t i = 0; i < items; ++i) {
        marks.push_back(std::to_string(start + i) + delimiter);
    }
    for (std::string& mark : marks) {
        mark.insert(0, marks.back().size() - mark.size(), ' ');
    }
    return marks;
}

/// How cmark wants each of the `columns` of a table: 'l', 'c', 'r' or 0.
std::vector<Alignment> alignments(cmark_node* table, std::size_t columns)
{
    const std::uint8_t* const wanted = ::cmark_gfm_extensions_get_table_alignments(table);
    std::vector<Alignment> result;
    for (std::size_t i = 0; i < columns; ++i) {
        result.push_back(wanted[i] == 'r' ? Alignment::right : wanted[i] == 'c' ? Alignment::centre : Alignment::left);
    }
    return result;
}

/// Each block becomes lines of at most the width it is given; the block around it puts its margin before them.
class Renderer {
public:
    explicit Renderer(const TerminalStyle& style) : terminal_(style) {}

    [[nodiscard]] Lines blocks(cmark_node* parent, std::size_t width, bool spaced = true) const;

private:
    [[nodiscard]] Lines block(cmark_node* node, std::size_t width) const;
    [[nodiscard]] Lines heading(cmark_node* node, std::size_t width) const;
    [[nodiscard]] Lines paragraph(const StyledText& text, std::size_t width) const;
    [[nodiscard]] Lines code_block(cmark_node* node, std::size_t width) const;
    [[nodiscard]] Lines list(cmark_node* node, std::size_t width) const;
    [[nodiscard]] Lines table(cmark_node* node, std::size_t width) const;
    [[nodiscard]] std::vector<TableRow> table_rows(cmark_node* table) const;

    TerminalStyle terminal_;
};

Lines Renderer::blocks(cmark_node* parent, std::size_t width, bool spaced) const
{
    Lines lines;
    for (cmark_node* node : children(parent)) {
        Lines more = block(node, width);
        if (spaced && !lines.empty() && !more.empty()) {
            lines.emplace_back();
        }
        append(lines, std::move(more));
    }
    return lines;
}

Lines Renderer::block(cmark_node* node, std::size_t width) const
{
    switch (::cmark_node_get_type(node)) {
        case CMARK_NODE_HEADING: return heading(node, width);
        case CMARK_NODE_PARAGRAPH: return paragraph(inline_text(node, terminal_), width);
        case CMARK_NODE_CODE_BLOCK: return code_block(node, width);
        case CMARK_NODE_BLOCK_QUOTE: return behind("│ ", "│ ", blocks(node, narrower(width, 2)));
        case CMARK_NODE_LIST: return list(node, width);
        case CMARK_NODE_THEMATIC_BREAK: return {repeat("─", width)};
        case CMARK_NODE_HTML_BLOCK: return paragraph(html_text(literal(node)), width);
        default: return is_a(node, "table") ? table(node, width) : blocks(node, width);
    }
}

Lines Renderer::heading(cmark_node* node, std::size_t width) const
{
    const int level = ::cmark_node_get_heading_level(node);
    const std::string_view rule = level == 1 ? "═" : level == 2 ? "─" : level == 3 ? "┄" : "┈";
    const StyledText text = inline_text(node, terminal_, {.strong = true});
    Lines lines = paragraph(text, width);
    if (!lines.empty()) {
        lines.push_back(repeat(rule, std::min(width, widest(wrap(text, width, LongWords::kept_whole)))));
    }
    return lines;
}

Lines Renderer::paragraph(const StyledText& text, std::size_t width) const
{
    Lines lines;
    for (const StyledText& line : wrap(text, width, LongWords::kept_whole)) {
        lines.push_back(paint(line, terminal_));
    }
    return lines;
}

Lines Renderer::code_block(cmark_node* node, std::size_t width) const
{
    const std::string margin(4, ' ');
    const std::string continued = "  " + std::string(continuation_mark) + " ";
    Lines lines;
    std::string_view rest = literal(node);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        Lines pieces;
        for (const std::string& piece : cut_code(code_line(rest.substr(0, end)), narrower(width, margin.size()))) {
            pieces.push_back(piece.empty() ? piece : paint({{piece, {.code = true}}}, terminal_));
        }
        append(lines, behind(margin, continued, std::move(pieces)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return lines;
}

Lines Renderer::list(cmark_node* node, std::size_t width) const
{
    const bool spaced = ::cmark_node_get_list_tight(node) == 0;
    const std::vector<cmark_node*> items = children(node);
    const Lines marks = item_marks(node, items.size());
    Lines lines;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string first = "  " + marks[i] + " ";
        const std::string rest(display_width(first), ' ');
        if (spaced && i > 0) {
            lines.emplace_back();
        }
        append(lines, behind(first, rest, blocks(items[i], narrower(width, rest.size()), spaced)));
    }
    return lines;
}

Lines Renderer::table(cmark_node* node, std::size_t width) const
{
    const std::vector<TableRow> rows = table_rows(node);
    return draw_table(rows, alignments(node, rows.front().size()), width, terminal_);
}

/// Header first; cmark gives all rows the same number of cells.
std::vector<TableRow> Renderer::table_rows(cmark_node* table) const
{
    std::vector<TableRow> rows;
    for (cmark_node* row : children(table)) {
        const Style style{.strong = is_a(row, "table_header")};
        rows.emplace_back();
        for (cmark_node* cell : children(row)) {
            // Marks of our own around a whole header would only be noise: its rule tells enough.
            rows.back().push_back(inline_text(cell, terminal_, style));
        }
    }
    return rows;
}

}  // namespace

std::string render_for_terminal(std::string_view markdown, const TerminalStyle& style)
{
    const MarkdownTree tree = parse_markdown(markdown);
    refuse_more_levels_than(100, tree.get());
    const auto width = static_cast<std::size_t>(std::max(style.width, 1));
    std::string out;
    for (const std::string& line : Renderer(style).blocks(tree.get(), width)) {
        out += line + "\n";
    }
    return out;
}

}  // namespace atelier
