// SPDX-License-Identifier: MIT
// Expected and obtained, side by side: the small table at the heart of a failed check. Where a terminal of 80 columns has no
// room for two sides, one stands under the other.
#pragma once

#include <string>
#include <string_view>

#include "check/value.hpp"

namespace atelier::check {

enum class Order { matters, does_not_matter };

/// Empty when `obtained` has the rows of `expected`. Otherwise a table with a mark (=, ≠, absent, en trop) on each line,
/// the columns of both sides aligned. At most 14 rows: when there are more, the first that differ; a long cell is cut so
/// that what differs shows. A table with a problem equals none: the problem is the answer.
[[nodiscard]] std::string compare(const Table& expected, const Table& obtained, Order order);

/// Empty when the texts are equal; otherwise both, line by line, their blanks and line ends visible.
[[nodiscard]] std::string compare_texts(std::string_view expected, std::string_view obtained);

}  // namespace atelier::check
