// SPDX-License-Identifier: MIT
#include "markdown.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <mutex>
#include <numeric>
#include <utility>

#include "error.hpp"
#include "message.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

// ---- The syntax tree -------------------------------------------------------------------------------------------

template <auto release>
struct Release {
    template <class T>
    void operator()(T* object) const
    {
        release(object);
    }
};

using Tree = std::unique_ptr<cmark_node, Release<cmark_node_free>>;
using Parser = std::unique_ptr<cmark_parser, Release<cmark_parser_free>>;
using Walk = std::unique_ptr<cmark_iter, Release<cmark_iter_free>>;

Tree parse(std::string_view markdown)
{
    // cmark-gfm keeps the characters that its extensions react to in tables shared by all parsers.
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);

    ::cmark_gfm_core_extensions_ensure_registered();
    const Parser parser(::cmark_parser_new(CMARK_OPT_VALIDATE_UTF8));
    for (const char* name : {"table", "strikethrough", "autolink"}) {
        cmark_syntax_extension* const extension = ::cmark_find_syntax_extension(name);
        if (extension == nullptr) {
            throw Error(tr("libcmark-gfm n'a pas l'extension « {} » ; réinstallez libcmark-gfm-extensions", name));
        }
        ::cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
    ::cmark_parser_feed(parser.get(), markdown.empty() ? "" : markdown.data(), markdown.size());
    return Tree(::cmark_parser_finish(parser.get()));
}

/// Calls `visit(node, event)` on the way in and on the way out (leaves: once), without recursion.
template <class Visit>
void walk(cmark_node* root, const Visit& visit)
{
    const Walk steps(::cmark_iter_new(root));
    for (cmark_event_type event; (event = ::cmark_iter_next(steps.get())) != CMARK_EVENT_DONE;) {
        visit(::cmark_iter_get_node(steps.get()), event);
    }
}

std::vector<cmark_node*> children(cmark_node* parent)
{
    std::vector<cmark_node*> nodes;
    for (cmark_node* node = ::cmark_node_first_child(parent); node != nullptr; node = ::cmark_node_next(node)) {
        nodes.push_back(node);
    }
    return nodes;
}

/// A string that cmark owns, and gives as nullptr when there is none.
std::string_view view(const char* text) { return text == nullptr ? std::string_view() : text; }

std::string_view literal(cmark_node* node) { return view(::cmark_node_get_literal(node)); }

/// The extensions' nodes have no constant in the public headers.
bool is_a(cmark_node* node, std::string_view type) { return ::cmark_node_get_type_string(node) == type; }

std::string plain_text(cmark_node* root)
{
    std::string text;
    walk(root, [&](cmark_node* node, cmark_event_type) {
        const cmark_node_type type = ::cmark_node_get_type(node);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
            text += literal(node);
        } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
            text += ' ';
        }
    });
    return text;
}

/// The renderer calls itself at each level, and a stack is not endless.
void refuse_more_levels_than(int most, cmark_node* root)
{
    int depth = 0;
    walk(root, [&](cmark_node* node, cmark_event_type event) {
        if (::cmark_node_first_child(node) != nullptr) {
            depth += event == CMARK_EVENT_ENTER ? 1 : -1;
        }
        if (depth > most) {
            throw Error(
                tr("Ce texte imbrique plus de {} niveaux de listes, de citations ou d'emphases ; simplifiez-le", most));
        }
    });
}

// ---- Styled text -----------------------------------------------------------------------------------------------

struct Style {
    bool strong = false;
    bool emphasis = false;
    bool struck = false;
    bool code = false;
    bool link = false;
    std::string url{};  ///< what a click opens, ready for OSC 8

    bool operator==(const Style&) const = default;
};

struct Run {
    std::string text;
    Style style;
};

/// Before wrapping, a space in a run is where a line may end and a newline is where it must.
using StyledText = std::vector<Run>;

void append(StyledText& to, std::string_view text, const Style& style)
{
    if (to.empty() || to.back().style != style) {
        to.push_back({"", style});
    }
    to.back().text += text;
}

void append(StyledText& to, const StyledText& more)
{
    for (const Run& run : more) {
        append(to, run.text, run.style);
    }
}

std::size_t width_of(const StyledText& line)
{
    std::size_t width = 0;
    for (const Run& run : line) {
        width += display_width(run.text);
    }
    return width;
}

std::size_t widest(const std::vector<StyledText>& lines)
{
    std::size_t width = 0;
    for (const StyledText& line : lines) {
        width = std::max(width, width_of(line));
    }
    return width;
}

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

// ---- Wrapping --------------------------------------------------------------------------------------------------

struct Word {
    bool starts_line = false;
    StyledText gap{};  ///< the spaces before it, dropped at the beginning of a line
    StyledText text{};
};

std::vector<Word> words_of(const StyledText& text)
{
    std::vector<Word> words;
    Word word;
    const auto finish_word = [&] {
        if (!word.text.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    };
    for (const Run& run : text) {
        for (const char& byte : run.text) {
            if (byte == '\n') {
                finish_word();
                word.starts_line = true;
            } else if (byte == ' ') {
                finish_word();
                append(word.gap, " ", run.style);
            } else {
                append(word.text, {&byte, 1}, run.style);
            }
        }
    }
    finish_word();
    return words;
}

/// `word` in pieces of at most `width` columns; a mark stays with the character that carries it.
std::vector<Word> cut(Word word, std::size_t width)
{
    std::vector<Word> pieces{{word.starts_line, std::move(word.gap), {}}};
    std::size_t used = 0;
    for (const Run& run : word.text) {
        for (std::string_view rest = run.text; !rest.empty();) {
            const std::string_view character = rest.substr(0, decode_utf8(rest).bytes);
            const std::size_t columns = display_width(character);
            if (used > 0 && used + columns > width) {
                pieces.emplace_back();
                used = 0;
            }
            append(pieces.back().text, character, run.style);
            used += columns;
            rest.remove_prefix(character.size());
        }
    }
    return pieces;
}

enum class LongWords { kept_whole, cut };

std::vector<StyledText> wrap(const StyledText& text, std::size_t width, LongWords long_words)
{
    std::vector<StyledText> lines;
    std::size_t used = 0;
    const auto place = [&](const Word& word) {
        const std::size_t gap = width_of(word.gap);
        const std::size_t columns = width_of(word.text);
        if (lines.empty() || word.starts_line || used + gap + columns > width) {
            lines.emplace_back();
            used = 0;
        } else {
            append(lines.back(), word.gap);
            used += gap;
        }
        append(lines.back(), word.text);
        used += columns;
    };
    for (const Word& word : words_of(text)) {
        if (long_words == LongWords::cut && width_of(word.text) > width) {
            for (const Word& piece : cut(word, width)) {
                place(piece);
            }
        } else {
            place(word);
        }
    }
    return lines;
}

// ---- Lines of blocks -------------------------------------------------------------------------------------------

using Lines = std::vector<std::string>;

std::string repeat(std::string_view pattern, std::size_t times)
{
    std::string result;
    while (times-- > 0) {
        result += pattern;
    }
    return result;
}

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

// ---- Links and HTML --------------------------------------------------------------------------------------------

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

/// The text of some HTML, without its tags and comments.
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

// ---- Tables ----------------------------------------------------------------------------------------------------

using Row = std::vector<StyledText>;
using Widths = std::vector<std::size_t>;

/// What the borders take: « │ » and a space on each side of each column.
std::size_t border_width(std::size_t columns) { return 3 * columns + 1; }

/// The column to make narrower: the widest of those wider than what `least` asks for; nullptr when there is none.
std::size_t* widest_above(Widths& widths, const Widths& least)
{
    std::size_t* found = nullptr;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (widths[i] > least[i] && (found == nullptr || widths[i] > *found)) {
            found = &widths[i];
        }
    }
    return found;
}

/// Widths of columns that fit in `room` together: what the text wants if possible, else whole words, else pieces.
Widths column_widths(const std::vector<Row>& rows, std::size_t room)
{
    constexpr std::size_t unlimited = std::numeric_limits<std::size_t>::max();
    const std::size_t columns = rows.front().size();
    Widths widths(columns, 1);
    Widths longest_word(columns, 1);
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < columns; ++i) {
            widths[i] = std::max(widths[i], widest(wrap(row[i], unlimited, LongWords::kept_whole)));
            longest_word[i] = std::max(longest_word[i], widest(wrap(row[i], 0, LongWords::kept_whole)));
        }
    }
    Widths one_wide_character(columns, 2);
    std::size_t total = std::accumulate(widths.begin(), widths.end(), std::size_t{0});
    for (const Widths* const least : {&longest_word, &one_wide_character}) {
        std::size_t* column = nullptr;
        while (total > room && (column = widest_above(widths, *least)) != nullptr) {
            --*column;
            --total;
        }
    }
    return widths;
}

std::string table_rule(const Widths& widths, std::string_view left, std::string_view line, std::string_view cross,
                       std::string_view right)
{
    std::string rule(left);
    for (const std::size_t& width : widths) {
        rule += repeat(line, width + 2);
        rule += &width == &widths.back() ? right : cross;
    }
    return rule;
}

/// Blanks before and after a text of `used` columns, for one of cmark's alignments: 'l', 'c', 'r' or 0.
std::pair<std::size_t, std::size_t> padding(std::size_t used, std::size_t width, std::uint8_t alignment)
{
    const std::size_t blanks = width - std::min(width, used);
    const std::size_t before = alignment == 'r' ? blanks : alignment == 'c' ? blanks / 2 : 0;
    return {before, blanks - before};
}

// ---- The renderer ----------------------------------------------------------------------------------------------

/// Each block becomes lines of at most the width it is given; the block around it puts its margin before them.
class Renderer {
public:
    explicit Renderer(const TerminalStyle& style) : terminal_(style) {}

    [[nodiscard]] Lines blocks(cmark_node* parent, std::size_t width, bool spaced = true) const;

private:
    [[nodiscard]] Lines block(cmark_node* node, std::size_t width) const;
    [[nodiscard]] Lines heading(cmark_node* node, std::size_t width) const;
    [[nodiscard]] Lines paragraph(const StyledText& text, std::size_t width) const;
    [[nodiscard]] Lines code_block(cmark_node* node) const;
    [[nodiscard]] Lines list(cmark_node* node, std::size_t width) const;
    [[nodiscard]] Lines table(cmark_node* node, std::size_t width) const;
    [[nodiscard]] std::vector<Row> table_rows(cmark_node* table) const;
    [[nodiscard]] Lines table_row(const Row& row, const Widths& widths, const std::uint8_t* alignments) const;

    [[nodiscard]] StyledText inlines(cmark_node* parent, const Style& style = {}) const;
    void add_inline(StyledText& to, cmark_node* node, Style style) const;
    void add_marked(StyledText& to, cmark_node* node, std::string_view mark, bool kept, const Style& style) const;
    void add_code(StyledText& to, std::string_view code, Style style) const;
    void add_link(StyledText& to, cmark_node* node, const Style& style) const;

    [[nodiscard]] std::string paint(const StyledText& line) const;
    [[nodiscard]] std::string attributes(const Style& style) const;

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
        case CMARK_NODE_PARAGRAPH: return paragraph(inlines(node), width);
        case CMARK_NODE_CODE_BLOCK: return code_block(node);
        case CMARK_NODE_BLOCK_QUOTE: return behind("│ ", "│ ", blocks(node, narrower(width, 2)));
        case CMARK_NODE_LIST: return list(node, width);
        case CMARK_NODE_THEMATIC_BREAK: return {repeat("─", width)};
        case CMARK_NODE_HTML_BLOCK: return paragraph({{flowing(without_tags(literal(node))), {}}}, width);
        default: return is_a(node, "table") ? table(node, width) : blocks(node, width);
    }
}

Lines Renderer::heading(cmark_node* node, std::size_t width) const
{
    const int level = ::cmark_node_get_heading_level(node);
    const std::string_view rule = level == 1 ? "═" : level == 2 ? "─" : level == 3 ? "┄" : "┈";
    const StyledText text = inlines(node, {.strong = true});
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
        lines.push_back(paint(line));
    }
    return lines;
}

Lines Renderer::code_block(cmark_node* node) const
{
    Lines lines;
    std::string_view rest = literal(node);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string line = code_line(rest.substr(0, end));
        lines.push_back(line.empty() ? line : paint({{line, {.code = true}}}));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return lines.empty() ? lines : behind("    ", "    ", std::move(lines));
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
    const std::vector<Row> rows = table_rows(node);
    const std::size_t borders = border_width(rows.front().size());
    const Widths widths = column_widths(rows, width - std::min(width, borders));
    std::vector<Lines> body;
    for (const Row& row : rows) {
        body.push_back(table_row(row, widths, ::cmark_gfm_extensions_get_table_alignments(node)));
    }
    // Once a row takes several lines, only a rule can tell where the next one begins.
    const bool ruled = std::any_of(body.begin() + 1, body.end(), [](const Lines& row) { return row.size() > 1; });

    Lines lines{table_rule(widths, "┌", "─", "┬", "┐")};
    for (std::size_t i = 0; i < body.size(); ++i) {
        if (i == 1) {
            lines.push_back(table_rule(widths, "╞", "═", "╪", "╡"));
        } else if (i > 1 && ruled) {
            lines.push_back(table_rule(widths, "├", "─", "┼", "┤"));
        }
        append(lines, std::move(body[i]));
    }
    lines.push_back(table_rule(widths, "└", "─", "┴", "┘"));
    return lines;
}

/// Header first; cmark gives all rows the same number of cells.
std::vector<Row> Renderer::table_rows(cmark_node* table) const
{
    std::vector<Row> rows;
    for (cmark_node* row : children(table)) {
        const Style style{.strong = is_a(row, "table_header")};
        rows.emplace_back();
        for (cmark_node* cell : children(row)) {
            // Marks of our own around a whole header would only be noise: its rule tells enough.
            rows.back().push_back(inlines(cell, style));
        }
    }
    return rows;
}

Lines Renderer::table_row(const Row& row, const Widths& widths, const std::uint8_t* alignments) const
{
    std::vector<std::vector<StyledText>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < row.size(); ++i) {
        cells.push_back(wrap(row[i], widths[i], LongWords::cut));
        height = std::max(height, cells.back().size());
    }
    Lines lines(height, "│");
    for (std::size_t y = 0; y < height; ++y) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const StyledText text = y < cells[i].size() ? cells[i][y] : StyledText();
            const auto [before, after] = padding(width_of(text), widths[i], alignments[i]);
            lines[y] += std::string(before + 1, ' ') + paint(text) + std::string(after + 1, ' ') + "│";
        }
    }
    return lines;
}

StyledText Renderer::inlines(cmark_node* parent, const Style& style) const
{
    StyledText text;
    for (cmark_node* node : children(parent)) {
        add_inline(text, node, style);
    }
    return text;
}

void Renderer::add_inline(StyledText& to, cmark_node* node, Style style) const
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

void Renderer::add_marked(StyledText& to, cmark_node* node, std::string_view mark, bool kept, const Style& style) const
{
    const std::string_view shown = kept ? mark : "";
    append(to, shown, style);
    append(to, inlines(node, style));
    append(to, shown, style);
}

void Renderer::add_code(StyledText& to, std::string_view code, Style style) const
{
    style.code = true;
    const bool has_backtick = code.find('`') != std::string_view::npos;
    const std::string_view open = terminal_.colour ? "" : has_backtick ? "``\u00A0" : "`";
    const std::string_view close = terminal_.colour ? "" : has_backtick ? "\u00A0``" : "`";
    append(to, open, style);
    append(to, flowing_code(code), style);
    append(to, close, style);
}

void Renderer::add_link(StyledText& to, cmark_node* node, const Style& style) const
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
    append(to, inlines(node, linked));
    if (linked.url.empty() && !url.empty()) {
        append(to, " (" + visible(url) + ")", style);
    }
}

/// SGR parameters, each preceded by « ; ».
std::string Renderer::attributes(const Style& style) const
{
    if (!terminal_.colour) {
        return "";
    }
    return std::string(style.strong ? ";1" : "") + (style.emphasis ? ";3" : "") + (style.link ? ";4" : "") +
           (style.struck ? ";9" : "") + (style.code ? ";36" : "");
}

/// Every line ends as it began, without attributes nor link, so that margins and borders stay plain.
std::string Renderer::paint(const StyledText& line) const
{
    std::string out;
    Style now;
    const auto change_to = [&](const Style& next) {
        if (next.url != now.url) {
            out += "\x1B]8;;" + next.url + "\x1B\\";
        }
        if (attributes(next) != attributes(now)) {
            out += "\x1B[0" + attributes(next) + "m";
        }
        now = next;
    };
    for (const Run& run : line) {
        change_to(run.style);
        out += run.text;
    }
    change_to({});
    return out;
}

}  // namespace

std::vector<CodeBlock> code_blocks(std::string_view markdown)
{
    const Tree tree = parse(markdown);
    std::vector<CodeBlock> found;
    walk(tree.get(), [&](cmark_node* node, cmark_event_type) {
        if (::cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK) {
            int length = 0;
            int offset = 0;
            char character = 0;
            const int fence_lines = ::cmark_node_get_fenced(node, &length, &offset, &character) != 0 ? 1 : 0;
            found.push_back({std::string(view(::cmark_node_get_fence_info(node))), std::string(literal(node)),
                             ::cmark_node_get_start_line(node) + fence_lines});
        }
    });
    return found;
}

std::vector<Heading> headings(std::string_view markdown)
{
    const Tree tree = parse(markdown);
    std::vector<Heading> found;
    walk(tree.get(), [&](cmark_node* node, cmark_event_type event) {
        if (event == CMARK_EVENT_ENTER && ::cmark_node_get_type(node) == CMARK_NODE_HEADING) {
            found.push_back(
                {::cmark_node_get_heading_level(node), plain_text(node), ::cmark_node_get_start_line(node)});
        }
    });
    return found;
}

std::string render_for_terminal(std::string_view markdown, const TerminalStyle& style)
{
    const Tree tree = parse(markdown);
    refuse_more_levels_than(100, tree.get());
    const auto width = static_cast<std::size_t>(std::max(style.width, 1));
    std::string out;
    for (const std::string& line : Renderer(style).blocks(tree.get(), width)) {
        out += line + "\n";
    }
    return out;
}

}  // namespace atelier
