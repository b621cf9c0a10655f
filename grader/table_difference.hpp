// SPDX-License-Identifier: MIT
// What became of a database while a program ran: rows added, removed or changed, table by table; a pure comparison.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "check/database.hpp"

namespace atelier {

/// A table as it was read.
struct TableSnapshot {
    std::string name;
    std::string sql;                   ///< its CREATE TABLE
    check::Table rows;                 ///< or why it cannot be read
    std::vector<std::size_t> key;      ///< the columns of its primary key; none: it has none
    std::vector<check::Value> rowids;  ///< of each row; empty when the table has none
};

/// A database as it was read; the file may have been made to hurt.
struct DatabaseSnapshot {
    bool exists = false;
    std::string problem;  ///< why it cannot be read, in French
    std::vector<TableSnapshot> tables;
    std::vector<std::string> others;  ///< the SQL of its indexes, views and triggers, sorted
    std::size_t more_tables = 0;      ///< that were not read, being too many
    std::int64_t user_version = 0;    ///< what PRAGMA user_version says
};

/// Reads at most forty tables of twenty thousand rows. Throws Error when we cannot work.
[[nodiscard]] DatabaseSnapshot read_snapshot(const check::Database& database);

using Cells = std::vector<std::optional<check::Value>>;  ///< nothing: the table has no such column

struct RowDifference {
    enum class Kind { same, added, removed, changed };
    Kind kind = Kind::same;
    Cells before;
    Cells after;
};

struct TableDifference {
    enum class Kind { same, added, removed, changed };
    Kind kind = Kind::same;  ///< changed: its rows or its CREATE TABLE are
    std::string name;
    std::string sql_before;
    std::string sql_after;
    std::string problem;               ///< why the rows cannot be compared
    std::vector<std::string> columns;  ///< those after, then those that are gone
    std::vector<RowDifference> rows;

    [[nodiscard]] std::size_t count(RowDifference::Kind wanted) const;
};

/// Rows are paired by primary key; by rowid where there is none, or where it repeats; else those that are equal.
[[nodiscard]] std::vector<TableDifference> compare(const DatabaseSnapshot& before, const DatabaseSnapshot& after);

}  // namespace atelier
