// SPDX-License-Identifier: MIT
#include "comparison_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "code_lines.hpp"
#include "line_difference.hpp"
#include "message.hpp"
#include "show.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

/// The lines of a source, fit for a terminal, without the licence that each begins with.
std::vector<std::string> shown_lines(std::string_view source)
{
    std::vector<std::string> lines;
    const std::string text = visible_lines(source);
    for (const std::string_view line : lines_of(text)) {
        if (line.rfind("// SPDX-License-Identifier", 0) != 0) {
            lines.emplace_back(line.substr(0, line.find_last_not_of(' ') + 1));
        }
    }
    return lines;
}

/// The number, in its file, of the first of the shown_lines().
int first_number(std::string_view source) { return source.rfind("// SPDX-License-Identifier", 0) == 0 ? 2 : 1; }

std::string painted(const TerminalStyle& terminal, const char* code, const std::string& text)
{
    return terminal.colour && !text.empty() ? fmt::format("\033[{}m{}\033[0m", code, text) : text;
}

constexpr const char* red = "31";
constexpr const char* green = "32";

/// `line` behind its mark, then what the terminal has no room for behind continuation_mark; no blanks at the ends.
std::string marked(const char* mark, const std::string& line, const TerminalStyle& terminal, const char* colour)
{
    constexpr std::size_t mark_width = 2;
    std::string text;
    for (const std::string& piece : cut_code(line, static_cast<std::size_t>(terminal.width) - mark_width)) {
        const std::string whole = (text.empty() ? std::string(mark) : std::string(continuation_mark) + " ") + piece;
        const std::string shown = whole.substr(0, whole.find_last_not_of(' ') + 1);
        text += (colour == nullptr ? shown : painted(terminal, colour, shown)) + '\n';
    }
    return text;
}

/// Draws two columns with a mark between them.
class SideBySide {
public:
    explicit SideBySide(const TerminalStyle& terminal)
        : terminal_(terminal), width_((static_cast<std::size_t>(terminal.width) - 3) / 2)
    {
    }

    void row(const std::string& left, const char* mark, const std::string& right)
    {
        const bool same = *mark == ' ';
        const std::vector<std::string> on_left = cut_code(left, width_);
        const std::vector<std::string> on_right = cut_code(right, width_);
        for (std::size_t i = 0; i < std::max(on_left.size(), on_right.size()); ++i) {
            const std::string a = padded(i < on_left.size() ? on_left[i] : std::string(), width_);
            const std::string b = i < on_right.size() ? on_right[i] : std::string();
            std::string line = (same ? a : painted(terminal_, red, a)) + ' ' + (i == 0 ? mark : " ") + ' ' +
                               (same ? b : painted(terminal_, green, b));
            line.erase(line.find_last_not_of(' ') + 1);
            text += line + '\n';
        }
    }

    /// The lines that go face those that come, as far as both last.
    void flush()
    {
        for (std::size_t i = 0; i < std::max(removed.size(), added.size()); ++i) {
            const bool left = i < removed.size();
            const bool right = i < added.size();
            row(left ? removed[i] : std::string(),
                left && right ? "≠"
                : left        ? "<"
                              : ">",
                right ? added[i] : std::string());
        }
        removed.clear();
        added.clear();
    }

    std::string text;
    std::vector<std::string> removed;
    std::vector<std::string> added;

private:
    TerminalStyle terminal_;
    std::size_t width_;
};

/// Tells one difference after the other.
class InWords {
public:
    explicit InWords(const Compared& compared)
        : left_title_(visible(compared.left_title)), right_title_(visible(compared.right_title)),
          next_(first_number(compared.left))
    {
    }

    void same()
    {
        tell_difference();
        ++same_;
        ++next_;
    }
    void removed(const std::string& line)
    {
        tell_same();
        removed_.push_back(line);
        ++next_;
    }
    void added(const std::string& line)
    {
        tell_same();
        added_.push_back(line);
    }

    [[nodiscard]] std::string told()
    {
        if (text_.empty() && removed_.empty() && added_.empty()) {
            return tr("{} et {}\u00A0: aucune ligne ne diffère.\n", left_title_, right_title_);
        }
        tell_difference();
        tell_same();
        return text_;
    }

private:
    void tell_same()
    {
        if (same_ > 0) {
            text_ +=
                tr_plural("{} ligne est la même des deux côtés.", "{} lignes sont les mêmes des deux côtés.", same_) +
                "\n\n";
        }
        same_ = 0;
    }

    void tell_difference()
    {
        const auto count = static_cast<int>(removed_.size());
        const int first = next_ - count;
        if (count > 0) {
            const std::string where =
                count == 1 ? tr("ligne {}", first) : tr("lignes {} à {}", first, first + count - 1);
            text_ += (added_.empty() ? tr("Seulement dans {}, {}\u00A0:", left_title_, where)
                                     : tr("Dans {}, {}\u00A0:", left_title_, where)) +
                     "\n" + quoted(removed_);
        }
        if (!added_.empty()) {
            text_ += (count > 0   ? tr("À la place, dans {}\u00A0:", right_title_)
                      : first > 1 ? tr("Seulement dans {}, après la ligne {} de {}\u00A0:", right_title_, first - 1,
                                       left_title_)
                                  : tr("Seulement dans {}, au début\u00A0:", right_title_)) +
                     "\n" + quoted(added_);
        }
        if (count > 0 || !added_.empty()) {
            text_ += "\n";
        }
        removed_.clear();
        added_.clear();
    }

    [[nodiscard]] static std::string quoted(const std::vector<std::string>& lines)
    {
        std::string text;
        for (const std::string& line : lines) {
            text += "    " + (line.empty() ? tr("(une ligne vide)") : line) + "\n";
        }
        return text;
    }

    std::string left_title_;
    std::string right_title_;
    int next_;  ///< the number of the next line on the left
    long same_ = 0;
    std::vector<std::string> removed_;
    std::vector<std::string> added_;
    std::string text_;
};

}  // namespace

std::string compare_for_terminal(const Compared& compared, const TerminalStyle& terminal)
{
    const std::vector<std::string> left = shown_lines(compared.left);
    const std::vector<std::string> right = shown_lines(compared.right);
    const std::string left_title = visible(compared.left_title);
    const std::string right_title = visible(compared.right_title);
    auto mine = left.begin();
    auto ours = right.begin();
    if (side_by_side(terminal.width)) {
        SideBySide view(terminal);
        view.text =
            tr("À gauche\u00A0: {}\u00A0; à droite\u00A0: {}.", left_title, right_title) + "\n" +
            tr("«\u00A0≠\u00A0»\u00A0: les deux lignes diffèrent\u00A0; «\u00A0<\u00A0»\u00A0: seulement à gauche\u00A0; «\u00A0>\u00A0»\u00A0: seulement à droite.") +
            "\n\n";
        for (const Edit edit : line_difference(left, right)) {
            if (edit == Edit::removed) {
                view.removed.push_back(*mine++);
            } else if (edit == Edit::added) {
                view.added.push_back(*ours++);
            } else {
                view.flush();
                view.row(*mine++, " ", *ours++);
            }
        }
        view.flush();
        return view.text;
    }
    std::string legend =
        tr("«\u00A0-\u00A0»\u00A0: {}\u00A0; «\u00A0+\u00A0»\u00A0: {}\u00A0; sans marque\u00A0: les deux.", left_title,
           right_title) +
        "\n";
    std::string text;
    for (const Edit edit : line_difference(left, right)) {
        if (edit == Edit::removed) {
            text += marked("- ", *mine++, terminal, red);
        } else if (edit == Edit::added) {
            text += marked("+ ", *ours++, terminal, green);
        } else {
            text += marked("  ", *mine, terminal, nullptr);
            ++mine;
            ++ours;
        }
    }
    if (text.find(continuation_mark) != std::string::npos) {
        legend += tr("«\u00A0{}\u00A0»\u00A0: suite de la ligne du dessus.", continuation_mark) + "\n";
    }
    return legend + "\n" + text;
}

std::string compare_in_words(const Compared& compared)
{
    const std::vector<std::string> left = shown_lines(compared.left);
    const std::vector<std::string> right = shown_lines(compared.right);
    auto mine = left.begin();
    auto ours = right.begin();
    InWords words(compared);
    for (const Edit edit : line_difference(left, right)) {
        if (edit == Edit::removed) {
            words.removed(*mine++);
        } else if (edit == Edit::added) {
            words.added(*ours++);
        } else {
            words.same();
            ++mine;
            ++ours;
        }
    }
    return words.told();
}

}  // namespace atelier
