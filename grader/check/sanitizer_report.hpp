// SPDX-License-Identifier: MIT
// A sanitizer's report, reduced to what a student needs: what happened, and at which lines of their own file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/observe.hpp"
#include "check/probe_stream.hpp"
#include "finding.hpp"

namespace atelier::check {

/// What AddressSanitizer, LeakSanitizer or UndefinedBehaviorSanitizer found.
struct SanitizerReport {
    std::string text;  ///< French sentences; empty: nothing
    Finding finding;   ///< the same on its line; line 0: none of the student's
};

/// What the report in `err` (a program's standard error) says, if it holds one.
[[nodiscard]] SanitizerReport read_sanitizers(std::string_view err, std::string_view answer,
                                              const Symbolizer& symbolizer);

/// Its text alone.
[[nodiscard]] std::string explain_sanitizers(std::string_view err, std::string_view answer,
                                             const Symbolizer& symbolizer);

/// A French sentence with the line that bound, without a copy, the text where AddressSanitizer stopped; empty when `err` is
/// about other bytes, or when the line is not in the student's file.
[[nodiscard]] std::string explain_uncopied_text(std::string_view err, const std::vector<ProbeStream::Uncopied>& texts,
                                                std::string_view answer, const Symbolizer& symbolizer);

}  // namespace atelier::check
