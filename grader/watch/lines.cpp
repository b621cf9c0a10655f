// SPDX-License-Identifier: MIT
#include "watch/lines.hpp"

#include <algorithm>

#include "show.hpp"
#include "utf8.hpp"

namespace atelier::watch {

namespace {

/// A character, or a sequence that changes how the following ones look.
struct Piece {
    std::string bytes;
    std::size_t width = 0;
    enum class Kind { text, blank, colour, link } kind = Kind::text;
};

/// The length of the sequence of ours that `text` begins with; 0 when it begins with none.
std::size_t sequence_length(std::string_view text)
{
    if (text.substr(0, 2) == "\033[") {
        const std::size_t last = text.find_first_not_of("0123456789;", 2);
        return last != std::string_view::npos && text[last] == 'm' ? last + 1 : 0;
    }
    if (text.substr(0, 5) == "\033]8;;") {
        const std::size_t last = text.find('\033', 5);
        const bool ends = last != std::string_view::npos && text.substr(last, 2) == "\033\\";
        return ends && visible(text.substr(5, last - 5)) == text.substr(5, last - 5) ? last + 2 : 0;
    }
    return 0;
}

std::vector<Piece> pieces_of(std::string_view line)
{
    std::vector<Piece> pieces;
    while (!line.empty()) {
        if (const std::size_t length = sequence_length(line)) {
            pieces.push_back({.bytes = std::string(line.substr(0, length)),
                              .width = 0,
                              .kind = line[1] == '[' ? Piece::Kind::colour : Piece::Kind::link});
            line.remove_prefix(length);
            continue;
        }
        const std::size_t length = line.front() == '\t' ? 1 : decode_utf8(line).bytes;
        const std::string bytes = line.front() == '\t' ? "    " : visible(line.substr(0, length));
        pieces.push_back({.bytes = bytes,
                          .width = display_width(bytes),
                          .kind = line.front() == ' ' ? Piece::Kind::blank : Piece::Kind::text});
        line.remove_prefix(length);
    }
    return pieces;
}

/// Lays pieces out, line after line.
class Folder {
public:
    Folder(std::size_t width, std::vector<std::string>& lines) : width_(std::max<std::size_t>(width, 1)), lines_(lines)
    {
    }

    void add(std::string_view line)
    {
        const std::vector<Piece> pieces = pieces_of(line);
        std::size_t indent = 0;
        while (indent < pieces.size() && pieces[indent].kind == Piece::Kind::blank) {
            ++indent;
        }
        const std::string margin(indent * 2 < width_ ? indent : 0, ' ');
        std::size_t begin = 0;
        bool first = true;
        while (first || begin < pieces.size()) {
            const std::size_t room = width_ - (first ? 0 : margin.size());
            const std::size_t end = end_of_line(pieces, begin, room);
            write(first ? std::string() : margin, pieces, begin, end);
            begin = end;
            while (begin < pieces.size() && end > 0 && pieces[begin].kind == Piece::Kind::blank) {
                ++begin;  // those where the line was cut
            }
            first = false;
        }
    }

private:
    /// Where the line that begins at `begin` ends: at the last blank that leaves it no wider than `room`.
    static std::size_t end_of_line(const std::vector<Piece>& pieces, std::size_t begin, std::size_t room)
    {
        std::size_t used = 0;
        std::size_t cut = begin;
        bool has_text = false;
        for (std::size_t i = begin; i < pieces.size(); ++i) {
            used += pieces[i].width;
            if (used > room && i > begin) {
                cut = pieces[i].kind == Piece::Kind::blank || cut == begin ? i : cut;
                while (cut > begin + 1 && pieces[cut - 1].kind == Piece::Kind::blank) {
                    --cut;
                }
                return cut;
            }
            if (pieces[i].kind == Piece::Kind::blank && has_text) {
                cut = i;
            }
            has_text = has_text || pieces[i].kind == Piece::Kind::text;
        }
        return pieces.size();
    }

    void write(std::string text, const std::vector<Piece>& pieces, std::size_t begin, std::size_t end)
    {
        text += link_ + colour_;
        for (std::size_t i = begin; i < end; ++i) {
            const Piece& piece = pieces[i];
            text += piece.bytes;
            if (piece.kind == Piece::Kind::colour) {
                const bool resets = piece.bytes == "\033[0m" || piece.bytes == "\033[m";
                colour_ = resets ? std::string() : colour_ + piece.bytes;
            } else if (piece.kind == Piece::Kind::link) {
                link_ = piece.bytes == "\033]8;;\033\\" ? std::string() : piece.bytes;
            }
        }
        text += (colour_.empty() ? "" : "\033[0m");
        text += (link_.empty() ? "" : "\033]8;;\033\\");
        lines_.push_back(std::move(text));
    }

    std::size_t width_;
    std::vector<std::string>& lines_;
    std::string colour_;
    std::string link_;
};

}  // namespace

std::vector<std::string> folded(std::string_view text, std::size_t width)
{
    std::vector<std::string> lines;
    Folder folder(width, lines);
    for (const std::string_view line : lines_of(text)) {
        folder.add(line);
    }
    return lines;
}

}  // namespace atelier::watch
