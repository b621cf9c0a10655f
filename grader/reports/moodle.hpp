// SPDX-License-Identifier: MIT
// Moodle's grading worksheet, downloaded by a teacher and filled in: Moodle's words depend on its language and version, so
// that one made from nothing would not be read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "class_results.hpp"

namespace atelier {

struct FilledWorksheet {
    std::string bytes;               ///< the file, all of it
    std::size_t filled = 0;          ///< rows
    std::vector<std::string> notes;  ///< sentences for the teacher: whom no row is about, what Moodle would not read
};

/// `worksheet`, the bytes of the file that messages call `file`, with the grade and the feedback of each student of `results`;
/// all other cells keep their bytes. A student is known by their key (the number in « Participant 123 », an address, an ID
/// number), else by their name when only one row has it. Grades are scaled to the row's maximum, exactly, and rounded to
/// hundredths, halves upwards. What a teacher wrote as feedback stays, before ours. Columns are found by their French or English
/// titles. Throws Error when `worksheet` is not such a worksheet.
[[nodiscard]] FilledWorksheet fill_worksheet(const ClassResults& results, std::string_view worksheet,
                                             const std::string& file);

}  // namespace atelier
