// SPDX-License-Identifier: MIT
#include "check/sqlite.hpp"

#include "error.hpp"
#include "show.hpp"

namespace atelier::check {

namespace {

Value column(sqlite3_stmt* statement, int i)
{
    switch (sqlite3_column_type(statement, i)) {
        case SQLITE_INTEGER: return std::int64_t{sqlite3_column_int64(statement, i)};
        case SQLITE_FLOAT: return sqlite3_column_double(statement, i);
        case SQLITE_TEXT: {
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
            return std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, i)));
        }
        case SQLITE_BLOB: {
            const auto* bytes = static_cast<const std::byte*>(sqlite3_column_blob(statement, i));
            return Blob(bytes, bytes + sqlite3_column_bytes(statement, i));
        }
        default: return {};
    }
}

struct Binder {
    sqlite3_stmt* statement;
    int position;
    int operator()(std::monostate) const { return sqlite3_bind_null(statement, position); }
    int operator()(std::int64_t v) const { return sqlite3_bind_int64(statement, position, v); }
    int operator()(double v) const { return sqlite3_bind_double(statement, position, v); }
    int operator()(const std::string& v) const
    {
        return sqlite3_bind_text64(statement, position, v.data(), v.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    int operator()(const Blob& v) const
    {
        return v.empty() ? sqlite3_bind_zeroblob(statement, position, 0)
                         : sqlite3_bind_blob64(statement, position, v.data(), v.size(), SQLITE_STATIC);
    }
};

}  // namespace

Connection open_connection(const std::string& path)
{
    sqlite3* db = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    Connection connection(db);
    if (code != SQLITE_OK) {
        throw Error("cannot open the database " + path + ": " + sqlite3_errstr(code));
    }
    return connection;
}

void execute_all(sqlite3* db, const std::string& sql)
{
    if (sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        throw Error(std::string("a fixture's or a check's SQL is wrong: ") + sqlite3_errmsg(db) + "\n  " +
                    shortened(sql, 40, 4000));
    }
}

void bind(sqlite3_stmt* statement, int position, const Value& value)
{
    if (std::visit(Binder{statement, position}, value.data()) != SQLITE_OK) {
        throw Error(std::string("a check binds a parameter that its SQL lacks: ") + sqlite3_sql(statement));
    }
}

Row current_row(sqlite3_stmt* statement)
{
    Row row;
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        row.push_back(column(statement, i));
    }
    return row;
}

}  // namespace atelier::check
