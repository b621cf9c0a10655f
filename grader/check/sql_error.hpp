// SPDX-License-Identifier: MIT
// What SQLite says of a query that it refuses, told in French to a student who wrote it.
#pragma once

#include <string>
#include <string_view>

namespace atelier::check {

/// One or two sentences on SQLite's `message`, for a check's `<<`; empty when it is not a common one. `sql` is the query:
/// it tells a value in double quotes from a column that is not there.
[[nodiscard]] std::string about_sql_error(std::string_view message, std::string_view sql);

}  // namespace atelier::check
