// SPDX-License-Identifier: MIT
#include "check/comparison.hpp"

#include <algorithm>
#include <functional>

#include "message.hpp"
#include "show.hpp"
#include "utf8.hpp"

namespace atelier::check {

namespace {

constexpr std::size_t most_lines = 14;
constexpr std::size_t widest_cell = 40;
constexpr std::size_t widest_line = 72;
constexpr std::size_t widest_text = 78;  // a report's margin takes two columns of a terminal's 80

/// One line of the comparison; a null side is absent.
struct Pair {
    const Row* expected = nullptr;
    const Row* obtained = nullptr;

    [[nodiscard]] bool is_equal() const { return expected != nullptr && obtained != nullptr && *expected == *obtained; }
};

std::vector<Pair> pair_in_order(const Table& expected, const Table& obtained)
{
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < std::max(expected.rows.size(), obtained.rows.size()); ++i) {
        pairs.push_back({i < expected.rows.size() ? &expected.rows[i] : nullptr,
                         i < obtained.rows.size() ? &obtained.rows[i] : nullptr});
    }
    return pairs;
}

std::vector<const Row*> sorted(const Table& table)
{
    std::vector<const Row*> rows;
    for (const Row& row : table.rows) {
        rows.push_back(&row);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row* a, const Row* b) { return *a < *b; });
    return rows;
}

/// Rows that begin alike are most likely the same row, spoilt.
bool begin_alike(const Row& a, const Row& b) { return !a.empty() && !b.empty() && a.front() == b.front(); }

/// Equal rows face each other; then those that begin alike; the rest stands alone.
std::vector<Pair> pair_in_any_order(const Table& expected, const Table& obtained)
{
    std::vector<const Row*> missing;
    std::vector<const Row*> extra;
    std::vector<Pair> pairs;
    const std::vector<const Row*> left = sorted(expected);
    const std::vector<const Row*> right = sorted(obtained);
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < left.size() || j < right.size()) {
        if (i < left.size() && j < right.size() && *left[i] == *right[j]) {
            pairs.push_back({left[i++], right[j++]});
        } else if (j == right.size() || (i < left.size() && *left[i] < *right[j])) {
            missing.push_back(left[i++]);
        } else {
            extra.push_back(right[j++]);
        }
    }
    const bool only_one_each = missing.size() == 1 && extra.size() == 1;
    for (const Row* row : missing) {
        const auto twin = std::find_if(extra.begin(), extra.end(),
                                       [&](const Row* other) { return only_one_each || begin_alike(*row, *other); });
        pairs.push_back({row, twin == extra.end() ? nullptr : *twin});
        if (twin != extra.end()) {
            extra.erase(twin);
        }
    }
    for (const Row* row : extra) {
        pairs.push_back({nullptr, row});
    }
    return pairs;
}

/// Where `a` and `b` first differ, in bytes, at the beginning of a character; 0 when they are equal.
std::size_t first_difference(std::string_view a, std::string_view b)
{
    if (a == b) {
        return 0;
    }
    std::size_t at = static_cast<std::size_t>(
        std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin())
            .first -
        a.begin());
    while (at > 0 && at < a.size() && (static_cast<unsigned char>(a[at]) & 0xC0U) == 0x80U) {
        --at;
    }
    return at;
}

/// `text` in at most about `width` columns. When it is cut, what shows `difference` is kept.
std::string cut(const std::string& text, std::size_t width, std::size_t difference)
{
    if (display_width(text) <= width) {
        return text;
    }
    std::string kept = text;
    if (difference > width / 2) {
        std::size_t start = difference - width / 4;
        while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) {
            --start;
        }
        kept = "…" + text.substr(start);
    }
    if (display_width(kept) > width) {
        kept = shortened(kept, 1, width);
        kept.pop_back();
    }
    return kept;
}

/// The cells of one side of a pair, each cut so that what tells it from the other side shows; none when it is absent.
std::vector<std::string> cells(const Row* row, const Row* other)
{
    if (row == nullptr) {
        return {};
    }
    std::vector<std::string> result(row->empty() ? 1 : 0);
    for (std::size_t i = 0; i < row->size(); ++i) {
        const std::string shown = (*row)[i].show();
        const std::string facing = other != nullptr && i < other->size() ? (*other)[i].show() : std::string();
        const std::size_t difference = display_width(facing) > widest_cell ? first_difference(shown, facing) : 0;
        result.push_back(cut(shown, widest_cell, difference));
    }
    return result;
}

/// One side of the comparison, its columns as wide as their widest cell.
class Side {
public:
    void add(std::vector<std::string> cells)
    {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            widths_.resize(std::max(widths_.size(), i + 1));
            widths_[i] = std::max(widths_[i], display_width(cells[i]));
        }
        lines_.push_back(std::move(cells));
    }

    [[nodiscard]] std::vector<std::string> lines() const
    {
        std::vector<std::string> result;
        for (const std::vector<std::string>& cells : lines_) {
            std::string line;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                line += (i == 0 ? "" : "  ") + padded(cells[i], widths_[i]);
            }
            result.push_back(line);
        }
        return result;
    }

private:
    std::vector<std::vector<std::string>> lines_;
    std::vector<std::size_t> widths_;
};

std::string mark(const Pair& pair)
{
    if (pair.expected == nullptr) {
        return tr("en trop");
    }
    if (pair.obtained == nullptr) {
        return tr("absent");
    }
    return pair.is_equal() ? "=" : "≠";
}

std::size_t widest(const std::vector<std::string>& lines)
{
    std::size_t width = 0;
    for (const std::string& line : lines) {
        width = std::max(width, display_width(line));
    }
    return width;
}

/// What stands on one line of the comparison, ready to be read. A side that is absent is empty.
struct Line {
    std::string mark;
    std::vector<std::string> expected;
    std::vector<std::string> obtained;
    bool is_equal = false;
};

std::string without_blanks_at_ends(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines) {
        text += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
    }
    return text;
}

std::vector<std::string> side_by_side(const std::vector<std::string>& names, const std::vector<Line>& lines)
{
    const std::vector<std::string> none{"—"};
    Side left;
    Side right;
    std::vector<std::string> marks{""};
    if (!names.empty()) {
        left.add(names);
        right.add(names);
        marks.emplace_back();
    }
    for (const Line& line : lines) {
        left.add(line.expected.empty() ? none : line.expected);
        right.add(line.obtained.empty() ? none : line.obtained);
        marks.push_back(line.mark);
    }
    std::vector<std::string> on_left = left.lines();
    std::vector<std::string> on_right = right.lines();
    on_left.insert(on_left.begin(), tr("attendu"));
    on_right.insert(on_right.begin(), tr("obtenu"));
    const std::size_t mark_width = widest(marks);
    const std::size_t left_width = widest(on_left);
    std::vector<std::string> result;
    for (std::size_t i = 0; i < on_left.size(); ++i) {
        result.push_back(padded(marks[i], mark_width) + "  " + padded(on_left[i], left_width) + "  │ " + on_right[i]);
    }
    return result;
}

/// The same where there is no room for two sides: one under the other, each with its name, in the same columns; what is equal
/// stands once.
std::vector<std::string> one_under_the_other(const std::vector<std::string>& names, const std::vector<Line>& lines)
{
    Side cells;
    std::vector<std::string> marks;
    std::vector<std::string> sides;
    const auto add = [&](const std::string& mark, const std::string& side, const std::vector<std::string>& texts) {
        if (!texts.empty()) {
            marks.push_back(mark);
            sides.push_back(side);
            cells.add(texts);
        }
    };
    add("", "", names);
    for (const Line& line : lines) {
        add(line.mark, line.is_equal ? "" : tr("attendu"), line.expected);
        if (!line.is_equal) {
            add(line.expected.empty() ? line.mark : "", tr("obtenu"), line.obtained);
        }
    }
    const std::size_t mark_width = widest(marks);
    const std::size_t side_width = widest(sides);
    std::vector<std::string> result = cells.lines();
    for (std::size_t i = 0; i < result.size(); ++i) {
        result[i].insert(0, padded(marks[i], mark_width) + "  " + padded(sides[i], side_width) + "  ");
    }
    return result;
}

/// `lines`, under the `names` of their columns if they have any.
std::string drawn(const std::vector<std::string>& names, const std::vector<Line>& lines)
{
    const std::vector<std::string> beside = side_by_side(names, lines);
    return without_blanks_at_ends(widest(beside) <= widest_text ? beside : one_under_the_other(names, lines));
}

std::string hidden_lines(std::size_t count)
{
    return count == 0 ? std::string()
                      : tr_plural("({} autre ligne n'est pas montrée)", "({} autres lignes ne sont pas montrées)",
                                  static_cast<long>(count)) +
                            "\n";
}

/// Which of the lines to show: all, or the first that differ when there are too many.
std::vector<std::size_t> shown_lines(std::size_t count, const std::function<bool(std::size_t)>& is_equal)
{
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < count && shown.size() < most_lines; ++i) {
        if (count <= most_lines || !is_equal(i)) {
            shown.push_back(i);
        }
    }
    return shown;
}

std::string table_of(const std::vector<Pair>& pairs, const std::vector<std::string>& columns)
{
    std::vector<std::string> names;
    for (const std::string& column : columns) {
        names.push_back(cut(visible(column), widest_cell, 0));
    }
    const std::vector<std::size_t> shown =
        shown_lines(pairs.size(), [&](std::size_t i) { return pairs[i].is_equal(); });
    std::vector<Line> lines;
    for (const std::size_t i : shown) {
        lines.push_back({.mark = mark(pairs[i]),
                         .expected = cells(pairs[i].expected, pairs[i].obtained),
                         .obtained = cells(pairs[i].obtained, pairs[i].expected),
                         .is_equal = pairs[i].is_equal()});
    }
    return drawn(names, lines) + hidden_lines(pairs.size() - shown.size());
}

/// A line of text with its blanks at the end and its own end made visible.
std::string visible_line(std::string_view line)
{
    const std::size_t end = line.find_last_not_of(' ') + 1;
    std::string shown = visible(line.substr(0, end));
    for (std::size_t i = end; i < line.size(); ++i) {
        shown += "·";
    }
    return shown;
}

std::vector<std::string> lines_with_ends(std::string_view text)
{
    std::vector<std::string> result;
    for (const std::string_view line : lines_of(text)) {
        result.push_back(visible_line(line));
    }
    if (!text.empty() && text.back() != '\n') {
        result.back() += tr(" (sans fin de ligne)");
    }
    return result;
}

}  // namespace

std::string compare(const Table& expected, const Table& obtained, Order order)
{
    for (const Table* table : {&expected, &obtained}) {
        if (!table->problem.empty()) {
            return table->problem + "\n";
        }
    }
    const std::vector<Pair> pairs =
        order == Order::matters ? pair_in_order(expected, obtained) : pair_in_any_order(expected, obtained);
    if (std::all_of(pairs.begin(), pairs.end(), [](const Pair& pair) { return pair.is_equal(); })) {
        return {};
    }
    return table_of(pairs, obtained.columns);
}

std::string compare_texts(std::string_view expected, std::string_view obtained)
{
    if (expected == obtained) {
        return {};
    }
    const std::vector<std::string> left = lines_with_ends(expected);
    const std::vector<std::string> right = lines_with_ends(obtained);
    const std::size_t count = std::max(left.size(), right.size());
    const auto line_of = [](const std::vector<std::string>& lines, std::size_t i) {
        return i < lines.size() ? lines[i] : "—";
    };
    const std::vector<std::size_t> shown =
        shown_lines(count, [&](std::size_t i) { return line_of(left, i) == line_of(right, i); });
    std::vector<Line> lines;
    for (const std::size_t i : shown) {
        const std::string a = line_of(left, i);
        const std::string b = line_of(right, i);
        const std::size_t difference =
            std::min(display_width(a), display_width(b)) > widest_line ? first_difference(a, b) : 0;
        Line line{.mark = i >= left.size()    ? tr("en trop")
                          : i >= right.size() ? tr("absent")
                          : a == b            ? "="
                                              : "≠",
                  .expected = {},
                  .obtained = {},
                  .is_equal = a == b};
        if (i < left.size()) {
            line.expected = {cut(a, widest_line, difference)};
        }
        if (i < right.size()) {
            line.obtained = {cut(b, widest_line, difference)};
        }
        lines.push_back(std::move(line));
    }
    return drawn({}, lines) + hidden_lines(count - shown.size());
}

}  // namespace atelier::check
