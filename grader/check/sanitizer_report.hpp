// SPDX-License-Identifier: MIT
// A sanitizer's report, reduced to what a student needs: what happened, and at which lines of their own file.
#pragma once

#include <string>
#include <string_view>

#include "check/observe.hpp"

namespace atelier::check {

/// What AddressSanitizer, LeakSanitizer or UndefinedBehaviorSanitizer found, as French sentences; empty when `err`
/// (a program's standard error) holds no report.
[[nodiscard]] std::string explain_sanitizers(std::string_view err, std::string_view answer,
                                             const Symbolizer& symbolizer);

}  // namespace atelier::check
