// SPDX-License-Identifier: MIT
#include "line_difference.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace atelier {

std::vector<Edit> line_difference(const std::vector<std::string>& before, const std::vector<std::string>& after)
{
    std::size_t first = 0;
    while (first < std::min(before.size(), after.size()) && before[first] == after[first]) {
        ++first;
    }
    const std::size_t rows = before.size() - first;
    const std::size_t columns = after.size() - first;
    std::vector<Edit> edits(first, Edit::same);
    constexpr std::size_t most_cells = 4'000'000;  // an answer of a megabyte must not take gigabytes
    if (columns != 0 && rows > most_cells / columns) {
        edits.insert(edits.end(), rows, Edit::removed);
        edits.insert(edits.end(), columns, Edit::added);
        return edits;
    }
    // common[i][j]: how many lines the ends from i and from j have in common, in order.
    std::vector<std::vector<std::uint32_t>> common(rows + 1, std::vector<std::uint32_t>(columns + 1, 0));
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;) {
            common[i][j] = before[first + i] == after[first + j] ? common[i + 1][j + 1] + 1
                                                                 : std::max(common[i + 1][j], common[i][j + 1]);
        }
    }
    for (std::size_t i = 0, j = 0; i < rows || j < columns;) {
        if (i < rows && j < columns && before[first + i] == after[first + j]) {
            edits.push_back(Edit::same);
            ++i;
            ++j;
        } else if (j == columns || (i < rows && common[i + 1][j] >= common[i][j + 1])) {
            edits.push_back(Edit::removed);
            ++i;
        } else {
            edits.push_back(Edit::added);
            ++j;
        }
    }
    return edits;
}

}  // namespace atelier
