// SPDX-License-Identifier: MIT
// The class at a glance: a few numbers, how marks are spread, who needs help.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "reports/html_text.hpp"
#include "reports/statistics.hpp"

namespace atelier {

/// The section of the class's page.
[[nodiscard]] Html class_overview(const ClassTally& tally);

/// The name of a student, which leads to their page; with their key when somebody else has that name.
[[nodiscard]] Html student_link(const ClassTally& tally, std::size_t student);

/// Points to a tenth: an average is not worth more.
[[nodiscard]] std::string to_a_tenth(std::int32_t hundredths);

}  // namespace atelier
