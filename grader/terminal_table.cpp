// SPDX-License-Identifier: MIT
#include "terminal_table.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <numeric>
#include <string_view>
#include <utility>

namespace atelier {

namespace {

using Lines = std::vector<std::string>;
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
Widths column_widths(const std::vector<TableRow>& rows, std::size_t room)
{
    constexpr std::size_t unlimited = std::numeric_limits<std::size_t>::max();
    const std::size_t columns = rows.front().size();
    Widths widths(columns, 1);
    Widths longest_word(columns, 1);
    for (const TableRow& row : rows) {
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

/// Blanks before and after a text of `used` columns.
std::pair<std::size_t, std::size_t> padding(std::size_t used, std::size_t width, Alignment alignment)
{
    const std::size_t blanks = width - std::min(width, used);
    const std::size_t before = alignment == Alignment::right ? blanks : alignment == Alignment::centre ? blanks / 2 : 0;
    return {before, blanks - before};
}

Lines table_row(const TableRow& row, const Widths& widths, const std::vector<Alignment>& columns,
                const TerminalStyle& terminal)
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
            const auto [before, after] = padding(width_of(text), widths[i], columns[i]);
            lines[y] += std::string(before + 1, ' ') + paint(text, terminal) + std::string(after + 1, ' ') + "│";
        }
    }
    return lines;
}

}  // namespace

std::vector<std::string> draw_table(const std::vector<TableRow>& rows, const std::vector<Alignment>& columns,
                                    std::size_t width, const TerminalStyle& terminal)
{
    const std::size_t borders = border_width(rows.front().size());
    const Widths widths = column_widths(rows, width - std::min(width, borders));
    std::vector<Lines> body;
    for (const TableRow& row : rows) {
        body.push_back(table_row(row, widths, columns, terminal));
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
        lines.insert(lines.end(), std::make_move_iterator(body[i].begin()), std::make_move_iterator(body[i].end()));
    }
    lines.push_back(table_rule(widths, "└", "─", "┴", "┘"));
    return lines;
}

}  // namespace atelier
