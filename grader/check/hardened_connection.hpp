// SPDX-License-Identifier: MIT
// SQL on a database file that may have been made to hurt whoever reads it: its triggers, views, virtual tables and unsafe
// functions are off, and what it may cost is counted. It may still crash SQLite: hostile_database.hpp gives it a process.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "check/sqlite.hpp"

namespace atelier::check {

/// What is wrong with a student's file, in French.
struct Unreadable {
    std::string reason;
};

/// What is wrong with the author's SQL, in English: no database would take it.
struct Fault {
    std::string what;
};

/// What reading one file may cost.
struct ReadingLimits {
    std::int64_t heap_bytes = std::int64_t{256} << 20U;  ///< of all connections of the process
    /// Steps of SQLite's machine, in thousands: a bound that is the same on every machine. It does not bound what one
    /// step may cost.
    int steps = 50'000;
};

class HardenedConnection {
public:
    /// Opens the file, a copy, which SQLite may change. Throws Unreadable when it is not a sound database.
    explicit HardenedConnection(const std::filesystem::path& path, const ReadingLimits& limits = {});
    HardenedConnection(const HardenedConnection&) = delete;
    HardenedConnection& operator=(const HardenedConnection&) = delete;

    /// The rows of the one statement `sql`, with `parameters` bound to its marks. Throws Unreadable or Fault.
    [[nodiscard]] Table query(const std::string& sql, const std::vector<Value>& parameters);

    /// Runs all the statements of `sql`. Throws Unreadable.
    void change(const std::string& sql);

private:
    [[nodiscard]] sqlite3* get() const { return connection_.get(); }
    [[noreturn]] void fail(int code) const;
    [[noreturn]] void refuse(const std::string& sql) const;

    int steps_;
    Connection connection_;
};

}  // namespace atelier::check
