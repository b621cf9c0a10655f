// SPDX-License-Identifier: MIT
// A database file that a program may have written, read as the hostile file it may be.
#pragma once

#include <filesystem>
#include <initializer_list>
#include <string>

#include "check/value.hpp"

namespace atelier::check {

/// Names a file of a check's folder. Copies name the same file; nothing is kept open between two calls.
class Database {
public:
    /// `folder` is on our side; `name` is how the program, whose current folder it is, calls the file.
    Database(std::filesystem::path folder, std::string name);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::filesystem::path path() const { return folder_ / name_; }
    [[nodiscard]] bool exists() const;

    /// Runs one SELECT with `parameters` bound to its marks, on a private copy of the file.
    ///
    /// The file is refused, and the table carries the French reason, when it is not a regular file, is larger
    /// than 64 MiB, has a rollback journal in use beside it, is not a sound database, costs too much to read, or has not
    /// what the SQL asks for. Triggers, views and virtual tables of the file never run. Throws Error when the SQL would
    /// fail on any database: that is a mistake of the check's author.
    [[nodiscard]] Table rows(const std::string& sql, std::initializer_list<Value> parameters = {}) const;

    /// name, type, notnull, dflt_value, pk of each column of `table`, in order; no rows when there is no such table.
    [[nodiscard]] Table schema(const std::string& table) const;

    /// Names of the tables, sorted, those of SQLite left out.
    [[nodiscard]] Table tables() const;

    /// Runs SQL on the file itself, as another program would (setting a scene between two runs); all of it, or nothing.
    /// Returns no rows, and the French reason when the file, which a student's program may have made, or the SQL
    /// prevents it: `ASSERT_THAT(base.execute("…"), AreRows({}))`.
    Table execute(const std::string& sql) const;

private:
    std::filesystem::path folder_;
    std::string name_;
};

}  // namespace atelier::check
