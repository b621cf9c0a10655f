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
    /// than 64 MiB, has a rollback journal beside it, is not a sound database, or costs too many steps to read.
    /// Triggers and views of the file never run. Throws Error when the SQL itself is wrong on a sound file
    /// and names no missing table or column: that is a mistake of the check's author.
    [[nodiscard]] Table rows(const std::string& sql, std::initializer_list<Value> parameters = {}) const;

    /// name, type, notnull, dflt_value, pk of each column of `table`, in order; no rows when there is no such table.
    [[nodiscard]] Table schema(const std::string& table) const;

    /// Names of the ordinary tables, sorted, those of SQLite left out.
    [[nodiscard]] Table tables() const;

    /// Runs SQL on the file itself, as another program would (setting a scene between two runs).
    /// Throws Error when the SQL is wrong: it is the check's own.
    void execute(const std::string& sql) const;

private:
    std::filesystem::path folder_;
    std::string name_;
};

}  // namespace atelier::check
