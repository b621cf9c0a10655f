// SPDX-License-Identifier: MIT
// What SQLite says of a query that it refuses, told in French to a student who wrote it.
#pragma once

#include <string>
#include <string_view>

namespace atelier::check {

/// One or two sentences on SQLite's `message`, for a check's `<<`; empty when it is not a common one. `sql` is the query:
/// it tells a value in double quotes from a column that is not there, and nothing at all from a misuse.
[[nodiscard]] std::string about_sql_error(std::string_view message, std::string_view sql);

/// What can be said of a query from its text alone, and explains odd results: that it has several statements, of which only
/// the first runs, or marks that nobody binds. Lines that end with a newline; empty when there is nothing to say.
[[nodiscard]] std::string about_query(std::string_view sql);

}  // namespace atelier::check
