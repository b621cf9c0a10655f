// SPDX-License-Identifier: MIT
#include "sql_text.hpp"

#include <gmock/gmock.h>
#include <sqlite3.h>

#include <memory>
#include <random>

namespace atelier {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(SqlText, TellsTheBoundValues)
{
    EXPECT_THAT(bound_values("INSERT INTO t VALUES (?, ?2, :a, @b, $c)",
                             "INSERT INTO t VALUES (1, 'L''Haÿ', NULL, -2.5, x'00FF')"),
                ElementsAre("1", "'L''Haÿ'", "NULL", "-2.5", "x'00FF'"));
    EXPECT_THAT(bound_values("SELECT zeroblob(2), ?, ?", "SELECT zeroblob(2), zeroblob(3), 1e-05"),
                ElementsAre("zeroblob(3)", "1e-05"));
    EXPECT_THAT(bound_values("SELECT 1", "SELECT 1"), IsEmpty());
}

TEST(SqlText, TakesAMarkInAQuoteOrACommentForText)
{
    EXPECT_THAT(bound_values("SELECT '?', \"a?\", [b?], `c?`, ? -- et ?\n, /* ? */ ?",
                             "SELECT '?', \"a?\", [b?], `c?`, 7 -- et ?\n, /* ? */ 8"),
                ElementsAre("7", "8"));
}

TEST(SqlText, StopsWhereTheTextsPart)
{
    EXPECT_THAT(bound_values("SELECT ?, 1, ?", "SELECT 5, 2, 6"), ElementsAre("5"));
    EXPECT_THAT(bound_values("SELECT ?", ""), IsEmpty());
    EXPECT_THAT(bound_values("SELECT ?, ?", "SELECT 5"), ElementsAre("5"));
    EXPECT_THAT(bound_values("?", "-"), IsEmpty());
}

/// A forged trace: were each mark to read all that follows, this would last for hours.
TEST(SqlText, ReadsALongTextOnce)
{
    std::string marks;
    for (int i = 0; i < 500'000; ++i) {
        marks += "?,";
    }
    EXPECT_THAT(bound_values("x" + marks, "'" + std::string(1'000'000, 'a')), IsEmpty());
    EXPECT_THAT(bound_values(marks, "'" + std::string(1'000'000, 'a')), ::testing::SizeIs(1));
}

TEST(SqlText, KnowsACommentAtTheBeginning)
{
    EXPECT_THAT(bound_values("-- qui ?\nSELECT ?", "-- qui ?\nSELECT 7"), ElementsAre("7"));
    EXPECT_EQ(shape_of("-- qui ?\nSELECT 7"), "SELECT ?");
    EXPECT_EQ(on_one_line("-- qui ?\nSELECT 7"), "-- qui ? ⏎ SELECT 7");
    EXPECT_EQ(shape_of("/* a */ -- b\n"), "");
}

/// What SQLite itself makes of the values is what is read back.
TEST(SqlText, AgreesWithSqlite)
{
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(":memory:", &db), SQLITE_OK);
    sqlite3_stmt* statement = nullptr;
    const char* sql = "SELECT ?, :nom || 'x?', ?5, $a";
    ASSERT_EQ(sqlite3_prepare_v2(db, sql, -1, &statement, nullptr), SQLITE_OK);
    sqlite3_bind_int64(statement, 1, -9223372036854775807 - 1);
    sqlite3_bind_text(statement, 2, "a'b\n?;--", -1, SQLITE_TRANSIENT);
    sqlite3_bind_blob(statement, 5, "\x01\xff", 2, SQLITE_TRANSIENT);
    sqlite3_bind_double(statement, 6, 1e300);
    const std::unique_ptr<char, void (*)(void*)> expanded(sqlite3_expanded_sql(statement), sqlite3_free);
    EXPECT_THAT(bound_values(sql, expanded.get()),
                ElementsAre("-9223372036854775808", "'a''b\n?;--'", "x'01ff'", "1.0e+300"));
    sqlite3_finalize(statement);
    sqlite3_close(db);
}

TEST(SqlText, GivesOneShapeToWhatDiffersByItsValues)
{
    EXPECT_EQ(shape_of("INSERT INTO t1 VALUES (1, 'a', x'00', -2.5e-3)"), "INSERT INTO t1 VALUES (?, ?, ?, -?)");
    EXPECT_EQ(shape_of("INSERT INTO t1\n  VALUES (2, 'L''Haÿ', x'', -0x1F)"), "INSERT INTO t1 VALUES (?, ?, ?, -?)");
    EXPECT_NE(shape_of("DELETE FROM t1"), shape_of("DELETE FROM t2"));
    EXPECT_EQ(shape_of(" SELECT 1 -- un\n + 1; "), "SELECT ? + ?;");
}

TEST(SqlText, FitsOnOneLine)
{
    EXPECT_EQ(on_one_line("\n  SELECT a,\n\t 'x\n y'\n"), "SELECT a, 'x\n y'");
    EXPECT_EQ(on_one_line("SELECT 1 -- un\n  , 2"), "SELECT 1 -- un ⏎ , 2");
    EXPECT_EQ(on_one_line(""), "");
}

TEST(SqlText, SurvivesAnyBytes)
{
    std::mt19937 random(5);  // NOLINT: the same noise in every run
    const std::string letters("'\"[`]?:@$x-/*0.e \n\0\xff"
                              "a",
                              23);
    for (int i = 0; i < 5000; ++i) {
        std::string noise;
        for (std::size_t j = random() % 20; j > 0; --j) {
            noise += letters[random() % letters.size()];
        }
        const std::string other = noise.substr(0, noise.size() / 2) + "1";
        for (const std::string& value : bound_values(noise, other)) {
            EXPECT_FALSE(value.empty());
        }
        EXPECT_LE(shape_of(noise).size(), noise.size() + 1);
        (void)on_one_line(noise);
    }
}

}  // namespace
}  // namespace atelier
