// SPDX-License-Identifier: MIT
// A verdict as a student reads it in a terminal. Colour adds to the words, never replaces them.
#pragma once

#include <string>

#include "exercise.hpp"
#include "verdict.hpp"

namespace atelier {

struct TerminalReport {
    bool colour = false;
    std::string answer;      ///< path of the student's file, as they would type it; empty: nobody corrects it here
    bool elsewhere = false;  ///< whether that is not where the grader looks of itself
    bool only_first_failure = false;
};

/// The whole report: points, a line for each check, then each failure in full with what to do next.
[[nodiscard]] std::string report_for_terminal(const Verdict& verdict, const Exercise& exercise,
                                              const TerminalReport& options);

}  // namespace atelier
