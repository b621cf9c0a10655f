// SPDX-License-Identifier: MIT
#include "check/database.hpp"

#include "check/hostile_database.hpp"
#include "error.hpp"
#include "files.hpp"
#include "sandbox.hpp"

namespace atelier::check {

namespace {

/// The answer's table; an Error when it is our own SQL that is wrong.
Table table_of(HostileAnswer answer)
{
    if (!answer.fault.empty()) {
        throw Error(answer.fault);
    }
    return std::move(answer.table);
}

}  // namespace

Database::Database(fs::path folder, std::string name) : folder_(std::move(folder)), name_(std::move(name)) {}

bool Database::exists() const
{
    std::error_code code;
    return fs::exists(fs::symlink_status(path(), code));
}

Table Database::rows(const std::string& sql, std::initializer_list<Value> parameters) const
{
    return table_of(query_hostile(path(), name_, sql, parameters));
}

Table Database::schema(const std::string& table) const
{
    return rows(R"(SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?) ORDER BY cid)",
                {Value(table)});
}

Table Database::tables() const
{
    return rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name");
}

Table Database::execute(const std::string& sql) const
{
    Table table = table_of(change_hostile(path(), name_, sql));
    if (table.problem.empty()) {
        give_to_sandbox(path());
    }
    return table;
}

}  // namespace atelier::check
