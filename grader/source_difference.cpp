// SPDX-License-Identifier: MIT
#include "source_difference.hpp"

#include <string_view>
#include <vector>

#include "line_difference.hpp"
#include "show.hpp"

namespace atelier {

namespace {

/// The lines that matter in a comparison of sources.
std::vector<std::string> code_lines(const std::string& source)
{
    std::vector<std::string> lines;
    for (const std::string_view line : lines_of(source)) {
        const std::string_view code = line.substr(0, line.find("//"));
        const std::size_t first = code.find_first_not_of(" \t");
        // A line of braces alone says nothing: matched by chance, it would cut one difference in two.
        const bool says_something = code.find_first_not_of(" \t{}();") != std::string_view::npos;
        if (says_something && code[first] != '#') {
            lines.emplace_back(code.substr(first, code.find_last_not_of(" \t") + 1 - first));
        }
    }
    return lines;
}

}  // namespace

std::size_t places_that_differ(const std::string& a, const std::string& b)
{
    std::size_t places = 0;
    bool in_gap = false;
    for (const Edit edit : line_difference(code_lines(a), code_lines(b))) {
        places += edit != Edit::same && !in_gap ? 1 : 0;
        in_gap = edit != Edit::same;
    }
    return places;
}

}  // namespace atelier
