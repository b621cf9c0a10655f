// SPDX-License-Identifier: MIT
// The little of SQLite's C API that the check library is written with: handles that close, values in and out.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>

#include "check/value.hpp"

namespace atelier::check {

struct CloseConnection {
    void operator()(sqlite3* db) const noexcept { sqlite3_close_v2(db); }
};
using Connection = std::unique_ptr<sqlite3, CloseConnection>;

struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};
using StatementHandle = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// Opens or makes the database `path`. Throws Error.
[[nodiscard]] Connection open_connection(const std::string& path);

/// Runs all the statements of `sql`, which is ours. Throws Error when one fails.
void execute_all(sqlite3* db, const std::string& sql);

/// Binds `value`, which must outlive the statement's steps.
void bind(sqlite3_stmt* statement, int position, const Value& value);

/// The row that the statement stands on.
[[nodiscard]] Row current_row(sqlite3_stmt* statement);

}  // namespace atelier::check
