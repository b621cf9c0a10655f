// SPDX-License-Identifier: MIT
#include "table_difference.hpp"

#include <algorithm>
#include <map>

#include <sqlite3.h>

#include "message.hpp"

namespace atelier {

namespace {

using check::Row;
using check::Table;
using check::Value;

constexpr std::size_t most_tables = 40;
constexpr std::size_t most_rows = 20'000;

std::string quoted_name(const std::string& name)
{
    std::string quoted = "\"";
    for (const char c : name) {
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    }
    return quoted + '"';
}

/// The name by which the rowid can be asked for; empty when columns have taken all three.
std::string rowid_name(const std::vector<std::string>& columns)
{
    for (const char* name : {"rowid", "_rowid_", "oid"}) {
        const bool taken = std::any_of(columns.begin(), columns.end(), [&](const std::string& column) {
            return sqlite3_stricmp(column.c_str(), name) == 0;
        });
        if (!taken) {
            return name;
        }
    }
    return {};
}

TableSnapshot read_table(const check::Database& database, const std::string& name, const std::string& sql)
{
    TableSnapshot table{.name = name, .sql = sql, .rows = {}, .key = {}, .rowids = {}};
    // Generated columns too, which table_info leaves out: « * » gives them.
    const Table schema = database.rows("SELECT name, pk FROM pragma_table_xinfo(?) WHERE hidden <> 1 ORDER BY cid",
                                       {check::Value(name)});
    std::vector<std::string> columns;
    std::map<std::int64_t, std::size_t> key;  // by place in the primary key
    for (const Row& row : schema.rows) {
        if (const std::int64_t place = row[1].integer().value_or(0); place > 0) {
            key[place] = columns.size();
        }
        columns.push_back(row[0].text().value_or(""));
    }
    const std::string limit = " LIMIT " + std::to_string(most_rows + 1);
    const std::string rowid = rowid_name(columns);
    if (!rowid.empty()) {
        table.rows = database.rows("SELECT " + rowid + ", * FROM " + quoted_name(name) + limit);
    }
    const bool has_rowid = !rowid.empty() && table.rows.problem.empty() && !table.rows.columns.empty();
    if (has_rowid) {
        table.rows.columns.erase(table.rows.columns.begin());
        for (Row& row : table.rows.rows) {
            table.rowids.push_back(row.front());
            row.erase(row.begin());
        }
    } else {  // a table WITHOUT ROWID
        table.rows = database.rows("SELECT * FROM " + quoted_name(name) + limit);
    }
    if (table.rows.rows.size() > most_rows) {
        table.rows = {
            .columns = {}, .rows = {}, .problem = tr("plus de {} lignes : trop pour les comparer", most_rows)};
    }
    for (const auto& [place, column] : key) {
        if (column < table.rows.columns.size()) {
            table.key.push_back(column);
        }
    }
    return table;
}

/// What tells each row of a table from the others, and that row.
using Keyed = std::map<Row, const Row*>;

std::optional<Keyed> by_key(const TableSnapshot& table)
{
    Keyed keyed;
    for (const Row& row : table.rows.rows) {
        Row key;
        for (const std::size_t column : table.key) {
            key.push_back(row[column]);
        }
        const bool unknown = std::any_of(key.begin(), key.end(), [](const Value& value) { return value.is_null(); });
        if (unknown || !keyed.emplace(std::move(key), &row).second) {
            return std::nullopt;
        }
    }
    return table.key.empty() ? std::nullopt : std::optional(std::move(keyed));
}

std::optional<Keyed> by_rowid(const TableSnapshot& table)
{
    Keyed keyed;
    for (std::size_t i = 0; i < table.rows.rows.size(); ++i) {
        if (i >= table.rowids.size() || !keyed.emplace(Row{table.rowids[i]}, &table.rows.rows[i]).second) {
            return std::nullopt;
        }
    }
    return keyed;
}

/// Each row by its values and, among equals, its number: equal rows face each other.
Keyed by_values(const TableSnapshot& table)
{
    std::map<Row, std::int64_t> seen;
    Keyed keyed;
    for (const Row& row : table.rows.rows) {
        Row key = row;
        key.emplace_back(++seen[row]);
        keyed.emplace(std::move(key), &row);
    }
    return keyed;
}

std::vector<std::string> key_names(const TableSnapshot& table)
{
    std::vector<std::string> names;
    for (const std::size_t column : table.key) {
        names.push_back(table.rows.columns[column]);
    }
    return names;
}

std::pair<Keyed, Keyed> keyed(const TableSnapshot& before, const TableSnapshot& after)
{
    if (key_names(before) == key_names(after)) {
        auto a = by_key(before);
        auto b = by_key(after);
        if (a && b) {
            return {std::move(*a), std::move(*b)};
        }
    }
    auto a = by_rowid(before);
    auto b = by_rowid(after);
    if (a && b) {
        return {std::move(*a), std::move(*b)};
    }
    return {by_values(before), by_values(after)};
}

/// `row` of `table` with a cell for each of `columns`.
Cells cells(const Row* row, const TableSnapshot& table, const std::vector<std::string>& columns)
{
    Cells all(row == nullptr ? 0 : columns.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& names = table.rows.columns;
        const auto found = std::find(names.begin(), names.end(), columns[i]);
        if (found != names.end()) {
            all[i] = (*row)[static_cast<std::size_t>(found - names.begin())];
        }
    }
    return all;
}

TableDifference compare(const TableSnapshot& before, const TableSnapshot& after)
{
    using Kind = RowDifference::Kind;
    TableDifference result;
    result.columns = after.rows.columns;
    for (const std::string& column : before.rows.columns) {
        if (std::find(result.columns.begin(), result.columns.end(), column) == result.columns.end()) {
            result.columns.push_back(column);
        }
    }
    result.problem = after.rows.problem.empty() ? before.rows.problem : after.rows.problem;
    if (!result.problem.empty()) {
        return result;
    }
    auto [old_rows, new_rows] = keyed(before, after);
    auto old_row = old_rows.begin();
    auto new_row = new_rows.begin();
    while (old_row != old_rows.end() || new_row != new_rows.end()) {
        const bool only_old =
            new_row == new_rows.end() || (old_row != old_rows.end() && old_row->first < new_row->first);
        const bool only_new = !only_old && (old_row == old_rows.end() || new_row->first < old_row->first);
        RowDifference difference;
        if (!only_new) {
            difference.before = cells((old_row++)->second, before, result.columns);
        }
        if (!only_old) {
            difference.after = cells((new_row++)->second, after, result.columns);
        }
        difference.kind = only_old                                ? Kind::removed
                          : only_new                              ? Kind::added
                          : difference.before == difference.after ? Kind::same
                                                                  : Kind::changed;
        result.rows.push_back(std::move(difference));
    }
    return result;
}

}  // namespace

DatabaseSnapshot read_snapshot(const check::Database& database)
{
    DatabaseSnapshot snapshot;
    snapshot.exists = database.exists();
    if (!snapshot.exists) {
        return snapshot;
    }
    const Table schema = database.rows(
        "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name LIMIT 1000");
    snapshot.problem = schema.problem;
    if (const Table version = database.rows("SELECT user_version FROM pragma_user_version"); !version.rows.empty()) {
        snapshot.user_version = version.rows.front().front().integer().value_or(0);
    }
    for (const Row& row : schema.rows) {
        const std::string sql = row[2].text().value_or("");
        if (row[0].text() != "table") {
            snapshot.others.push_back(sql);
        } else if (snapshot.tables.size() == most_tables) {
            ++snapshot.more_tables;
        } else {
            snapshot.tables.push_back(read_table(database, row[1].text().value_or(""), sql));
        }
    }
    std::sort(snapshot.others.begin(), snapshot.others.end());
    return snapshot;
}

std::size_t TableDifference::count(RowDifference::Kind wanted) const
{
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [&](const RowDifference& row) { return row.kind == wanted; }));
}

std::vector<TableDifference> compare(const DatabaseSnapshot& before, const DatabaseSnapshot& after)
{
    using Kind = TableDifference::Kind;
    std::map<std::string, std::pair<const TableSnapshot*, const TableSnapshot*>> pairs;
    for (const TableSnapshot& table : before.tables) {
        pairs[table.name].first = &table;
    }
    for (const TableSnapshot& table : after.tables) {
        pairs[table.name].second = &table;
    }
    std::vector<TableDifference> all;
    const TableSnapshot none;
    for (const auto& [name, pair] : pairs) {
        const TableSnapshot& old_table = pair.first == nullptr ? none : *pair.first;
        const TableSnapshot& new_table = pair.second == nullptr ? none : *pair.second;
        TableDifference difference = compare(old_table, new_table);
        difference.name = name;
        difference.sql_before = old_table.sql;
        difference.sql_after = new_table.sql;
        difference.kind = pair.first == nullptr    ? Kind::added
                          : pair.second == nullptr ? Kind::removed
                          : difference.problem.empty() && old_table.sql == new_table.sql &&
                                  difference.count(RowDifference::Kind::same) == difference.rows.size()
                              ? Kind::same
                              : Kind::changed;
        all.push_back(std::move(difference));
    }
    return all;
}

}  // namespace atelier
