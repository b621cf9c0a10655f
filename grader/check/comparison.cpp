// SPDX-License-Identifier: MIT
#include "check/comparison.hpp"

#include <algorithm>

#include "message.hpp"
#include "show.hpp"
#include "utf8.hpp"

namespace atelier::check {

namespace {

constexpr std::size_t most_lines = 14;
constexpr std::size_t widest_cell = 40;

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
        pairs.push_back({i < expected.rows.size() ? &expected.rows[i] : nullptr, i < obtained.rows.size() ? &obtained.rows[i] : nullptr});
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
    for (const Row* row : missing) {
        const auto twin = std::find_if(extra.begin(), extra.end(), [&](const Row* other) { return begin_alike(*row, *other); });
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

std::string cell(const Value& value)
{
    std::string shown = value.show();
    if (display_width(shown) > widest_cell) {
        shown = shortened(shown, 1, widest_cell);
        shown.pop_back();
    }
    return shown;
}

/// One side of the comparison, its columns as wide as their widest cell.
class Side {
public:
    void add(const Row* row, const std::vector<std::string>& header = {})
    {
        std::vector<std::string> cells = header;
        if (row != nullptr) {
            for (const Value& value : *row) {
                cells.push_back(cell(value));
            }
        }
        for (std::size_t i = 0; i < cells.size(); ++i) {
            widths_.resize(std::max(widths_.size(), i + 1));
            widths_[i] = std::max(widths_[i], display_width(cells[i]));
        }
        lines_.push_back(std::move(cells));
    }

    [[nodiscard]] std::vector<std::string> lines(const std::string& title) const
    {
        std::vector<std::string> result{title};
        for (const std::vector<std::string>& cells : lines_) {
            std::string line;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                line += (i == 0 ? "" : "  ") + padded(cells[i], widths_[i]);
            }
            result.push_back(cells.empty() ? "—" : line);
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

std::string side_by_side(const std::vector<std::string>& marks, const std::vector<std::string>& left, const std::vector<std::string>& right)
{
    const std::size_t mark_width = widest(marks);
    const std::size_t left_width = widest(left);
    std::string text;
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::string line = padded(marks[i], mark_width) + "  " + padded(left[i], left_width) + "  │ " + right[i];
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

std::string table_of(const std::vector<Pair>& pairs, const std::vector<std::string>& columns)
{
    Side left;
    Side right;
    std::vector<std::string> marks{""};
    if (!columns.empty()) {
        left.add(nullptr, columns);
        right.add(nullptr, columns);
        marks.emplace_back();
    }
    const bool show_equal = pairs.size() <= most_lines;
    std::size_t hidden = 0;
    for (const Pair& pair : pairs) {
        if ((pair.is_equal() && !show_equal) || marks.size() > most_lines) {
            ++hidden;
            continue;
        }
        left.add(pair.expected);
        right.add(pair.obtained);
        marks.push_back(mark(pair));
    }
    std::string text = side_by_side(marks, left.lines(tr("attendu")), right.lines(tr("obtenu")));
    if (hidden > 0) {
        text += tr_plural("({} autre ligne n'est pas montrée)", "({} autres lignes ne sont pas montrées)", static_cast<long>(hidden)) + "\n";
    }
    return text;
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
    if (!obtained.problem.empty()) {
        return obtained.problem + "\n";
    }
    const std::vector<Pair> pairs = order == Order::matters ? pair_in_order(expected, obtained) : pair_in_any_order(expected, obtained);
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
    std::vector<std::string> left = lines_with_ends(expected);
    std::vector<std::string> right = lines_with_ends(obtained);
    std::vector<std::string> marks{""};
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
        marks.emplace_back(i >= left.size() ? tr("en trop") : i >= right.size() ? tr("absent") : left[i] == right[i] ? "=" : "≠");
    }
    const auto cut = [&](std::vector<std::string>& lines, const std::string& title) {
        lines.resize(marks.size() - 1, "—");
        lines.insert(lines.begin(), title);
        lines.resize(std::min(lines.size(), most_lines));
    };
    cut(left, tr("attendu"));
    cut(right, tr("obtenu"));
    marks.resize(left.size());
    return side_by_side(marks, left, right);
}

}  // namespace atelier::check
