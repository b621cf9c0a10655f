// SPDX-License-Identifier: MIT
#include "check/sqlite.hpp"

#include <gmock/gmock.h>

#include "error.hpp"
#include "files.hpp"

namespace atelier::check {
namespace {

using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

StatementHandle prepare(sqlite3* db, const char* sql)
{
    sqlite3_stmt* raw = nullptr;
    EXPECT_EQ(sqlite3_prepare_v2(db, sql, -1, &raw, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
    return StatementHandle(raw);
}

/// What comes back of `value` once SQLite has had it.
Value through_sqlite(const Value& value)
{
    const Connection connection = open_connection(":memory:");
    const StatementHandle statement = prepare(connection.get(), "SELECT ?");
    bind(statement.get(), 1, value);
    EXPECT_EQ(sqlite3_step(statement.get()), SQLITE_ROW);
    return current_row(statement.get()).at(0);
}

TEST(Sqlite, GivesBackEveryValueWithItsType)
{
    for (const Value& value :
         {Value(), Value(42), Value(std::int64_t{-1} << 62U), Value(0.5), Value("L'Haÿ"), Value(""),
          Value(std::string("a\0b", 3)), Value(Blob()), Value(Blob{std::byte{0}, std::byte{255}})}) {
        EXPECT_EQ(through_sqlite(value), value) << value.show();
    }
}

TEST(Sqlite, RunsSeveralStatements)
{
    const Connection connection = open_connection(":memory:");
    execute_all(connection.get(), "CREATE TABLE t (x); INSERT INTO t VALUES (1); INSERT INTO t VALUES (2);");
    const StatementHandle statement = prepare(connection.get(), "SELECT sum(x) FROM t");
    ASSERT_EQ(sqlite3_step(statement.get()), SQLITE_ROW);
    EXPECT_EQ(current_row(statement.get()), Row{3});
}

TEST(Sqlite, SaysWhichSqlIsWrong)
{
    const Connection connection = open_connection(":memory:");
    EXPECT_THAT([&] { execute_all(connection.get(), "CREATE TABEL t (x)"); },
                ThrowsMessage<Error>(HasSubstr("CREATE TABEL t (x)")));
}

TEST(Sqlite, RefusesAParameterThatTheSqlLacks)
{
    const Connection connection = open_connection(":memory:");
    const StatementHandle statement = prepare(connection.get(), "SELECT 1");
    EXPECT_THAT([&] { bind(statement.get(), 1, Value(1)); }, ThrowsMessage<Error>(HasSubstr("SELECT 1")));
}

TEST(Sqlite, SaysWhichDatabaseItCannotOpen)
{
    const TemporaryFolder folder;
    const std::string path = (folder.path() / "absent" / "a.db").string();
    EXPECT_THAT([&] { (void)open_connection(path); }, ThrowsMessage<Error>(HasSubstr(path)));
}

}  // namespace
}  // namespace atelier::check
