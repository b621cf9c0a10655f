// SPDX-License-Identifier: MIT
#include "code_lines.hpp"

#include <algorithm>
#include <optional>

#include "utf8.hpp"

namespace atelier {

namespace {

/// Follows a line of C++, SQL or Python from its beginning, as far as its texts and its comments.
class Reader {
public:
    /// In how many brackets the blank stands that is at `at`; nothing when it stands in a text or in a comment, where a line
    /// had better not end. To be asked of each place in order.
    [[nodiscard]] std::optional<int> depth_at(std::string_view line, std::size_t at)
    {
        for (; read_ < at; ++read_) {
            const char c = line[read_];
            if (c == '\\' && quoted_) {
                ++read_;
            } else if (c == '"' && line.substr(read_ == 0 ? 0 : read_ - 1, 3) != "'\"'") {
                quoted_ = !quoted_;
            } else if (!quoted_) {
                depth_ += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
            }
        }
        const std::string_view rest = line.substr(at);
        const bool comment = commented_;
        commented_ = comment || (!quoted_ && (rest.starts_with(" //") || rest.starts_with(" # ")));
        return quoted_ || comment ? std::nullopt : std::optional(depth_);
    }

private:
    std::size_t read_ = 0;
    int depth_ = 0;
    bool quoted_ = false;
    bool commented_ = false;
};

/// How many bytes of `text` fit in `width` columns: at least one character.
std::size_t bytes_in(std::string_view text, std::size_t width)
{
    std::size_t bytes = 0;
    std::size_t used = 0;
    while (bytes < text.size()) {
        const std::string_view character = text.substr(bytes, decode_utf8(text.substr(bytes)).bytes);
        used += display_width(character);
        if (bytes > 0 && used > width) {
            break;
        }
        bytes += character.size();
    }
    return bytes;
}

/// Where the piece that begins at `begin` ends: before a blank, or at `most`, the last place that there is room for.
std::size_t end_of_piece(std::string_view line, std::size_t begin, std::size_t most)
{
    constexpr std::size_t a_third = 3;  // of the room: a shorter piece looks like a mistake
    Reader reader;
    std::size_t best = 0;
    int best_depth = 0;
    std::size_t last = 0;
    for (std::size_t at = line.find(' '); at <= most; at = line.find(' ', at + 1)) {
        const std::optional<int> depth = reader.depth_at(line, at);
        if (at <= begin || line[at - 1] == ' ') {
            continue;
        }
        last = at;
        // Of two places, the one in fewer brackets, then the later one.
        if (depth && at - begin >= (most - begin) / a_third && (best == 0 || *depth <= best_depth)) {
            best = at;
            best_depth = *depth;
        }
    }
    return best > 0 ? best : last > 0 ? last : most;
}

}  // namespace

std::vector<std::string> cut_code(std::string_view line, std::size_t width)
{
    constexpr std::size_t further = 4;
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    std::vector<std::string> pieces;
    std::size_t begin = 0;
    std::size_t margin = 0;
    while (margin + display_width(line.substr(begin)) > width) {
        const std::size_t room = width - std::min(width, margin);
        const std::size_t most = begin + bytes_in(line.substr(begin), room);
        if (most == line.size()) {
            break;  // a character that is wider than all the room
        }
        // The blanks that a line begins with are no place to end it.
        const std::size_t from = begin == 0 ? std::min(indent, most) : begin;
        const std::size_t end = end_of_piece(line, from, most);
        pieces.push_back(std::string(margin, ' ').append(line.substr(begin, end - begin)));
        begin = std::min(line.find_first_not_of(' ', end), line.size());
        margin = std::min(indent + further, width / 2);
    }
    if (begin < line.size() || pieces.empty()) {
        pieces.push_back(std::string(margin, ' ').append(line.substr(begin)));
    }
    return pieces;
}

}  // namespace atelier
