// SPDX-License-Identifier: MIT
// A class as tables for a spreadsheet: the marks, one student a row, and the checks, one a row.
#pragma once

#include "class_results.hpp"
#include "files.hpp"

namespace atelier {

/// notes.csv: who, then what each exercise counts for, the total and why it differs from what was earned. CSV as spreadsheets
/// of the language in use read it: UTF-8 with its mark, « ; » and decimal comma in French, « , » and point in English; no
/// cell is a formula. When the grader could not go to its end, a last row says so.
void write_grades_csv(const ClassResults& results, const Sink& out);

/// detail.csv: for each student and each check, whether it was earned and what was told.
void write_checks_csv(const ClassResults& results, const Sink& out);

}  // namespace atelier
