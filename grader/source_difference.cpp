// SPDX-License-Identifier: MIT
#include "source_difference.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

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
    const std::vector<std::string> left = code_lines(a);
    const std::vector<std::string> right = code_lines(b);
    // Longest common subsequence, then the number of gaps along it.
    std::vector<std::vector<std::size_t>> length(left.size() + 1, std::vector<std::size_t>(right.size() + 1, 0));
    for (std::size_t i = left.size(); i-- > 0;) {
        for (std::size_t j = right.size(); j-- > 0;) {
            length[i][j] =
                left[i] == right[j] ? length[i + 1][j + 1] + 1 : std::max(length[i + 1][j], length[i][j + 1]);
        }
    }
    std::size_t places = 0;
    bool in_gap = false;
    for (std::size_t i = 0, j = 0; i < left.size() || j < right.size();) {
        if (i < left.size() && j < right.size() && left[i] == right[j]) {
            in_gap = false;
            ++i;
            ++j;
            continue;
        }
        places += in_gap ? 0 : 1;
        in_gap = true;
        if (j == right.size() || (i < left.size() && length[i + 1][j] >= length[i][j + 1])) {
            ++i;
        } else {
            ++j;
        }
    }
    return places;
}

}  // namespace atelier
