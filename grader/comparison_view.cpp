// SPDX-License-Identifier: MIT
#include "comparison_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

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

std::string painted(const TerminalStyle& terminal, const char* code, const std::string& text)
{
    return terminal.colour && !text.empty() ? fmt::format("\033[{}m{}\033[0m", code, text) : text;
}

constexpr const char* red = "31";
constexpr const char* green = "32";

/// `line` in pieces of at most `width` columns; one empty piece when it is empty.
std::vector<std::string> pieces(const std::string& line, std::size_t width)
{
    std::vector<std::string> result(1);
    std::size_t used = 0;
    for (std::string_view rest = line; !rest.empty();) {
        const std::string_view character = rest.substr(0, decode_utf8(rest).bytes);
        const std::size_t columns = display_width(character);
        if (used > 0 && used + columns > width) {
            result.emplace_back();
            used = 0;
        }
        result.back() += character;
        used += columns;
        rest.remove_prefix(character.size());
    }
    return result;
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
        const std::vector<std::string> on_left = pieces(left, width_);
        const std::vector<std::string> on_right = pieces(right, width_);
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
            tr("À gauche\u00A0: {}\u00A0; à droite\u00A0: {}. «\u00A0≠\u00A0»\u00A0: les deux lignes diffèrent\u00A0; «\u00A0<\u00A0»\u00A0: seulement à gauche\u00A0; «\u00A0>\u00A0»\u00A0: seulement à droite.",
               left_title, right_title) +
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
    std::string text =
        tr("«\u00A0-\u00A0»\u00A0: {}\u00A0; «\u00A0+\u00A0»\u00A0: {}\u00A0; sans marque\u00A0: les deux.", left_title,
           right_title) +
        "\n\n";
    for (const Edit edit : line_difference(left, right)) {
        if (edit == Edit::removed) {
            text += painted(terminal, red, "- " + *mine++) + '\n';
        } else if (edit == Edit::added) {
            text += painted(terminal, green, "+ " + *ours++) + '\n';
        } else {
            text += (mine->empty() ? std::string() : "  " + *mine) + '\n';
            ++mine;
            ++ours;
        }
    }
    return text;
}

}  // namespace atelier
