// SPDX-License-Identifier: MIT
#include "check/sql_error.hpp"

#include <gmock/gmock.h>

#include "check/sqlite.hpp"

namespace atelier::check {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// What is said of `sql`, refused by the SQLite that is installed.
std::string said_of(const std::string& sql)
{
    const Connection connection = open_connection(":memory:");
    execute_all(connection.get(), "CREATE TABLE t (a, b); CREATE TABLE u (a, c)");
    sqlite3_db_config(connection.get(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_stmt* statement = nullptr;
    EXPECT_NE(sqlite3_prepare_v2(connection.get(), sql.c_str(), -1, &statement, nullptr), SQLITE_OK) << sql;
    const StatementHandle owner(statement);
    return about_sql_error(sqlite3_errmsg(connection.get()), sql);
}

TEST(SqlError, TellsAValueInDoubleQuotesFromAColumnThatIsNotThere)
{
    EXPECT_THAT(said_of("SELECT a FROM t WHERE b = \"29\""), HasSubstr("'29'"));
    EXPECT_THAT(said_of("SELECT nmo FROM t"), HasSubstr("n'a de colonne nmo"));
    EXPECT_THAT(said_of("SELECT t.nmo FROM t"), HasSubstr("n'a de colonne t.nmo"));
}

TEST(SqlError, KnowsTheCommonOnes)
{
    EXPECT_THAT(said_of("SELECT a FROM v"), HasSubstr("pas de table v"));
    EXPECT_THAT(said_of("SELECT a FROM t JOIN u ON t.a = u.a"), HasSubstr("ont une colonne a"));
    EXPECT_THAT(said_of("SELECT a, FROM t"), HasSubstr("au mot FROM"));
    EXPECT_THAT(said_of("SELECT a FROM t WHERE a = 'x"), HasSubstr("apostrophe ouverte"));
    EXPECT_THAT(said_of("SELECT a FROM t WHERE a = 1z"), HasSubstr("ne sait pas lire 1z"));
    EXPECT_THAT(said_of("SELECT a FROM t WHERE (a = 1"), HasSubstr("trop tôt"));
    EXPECT_THAT(said_of("SELECT a FROM t HAVING b > 1"), HasSubstr("c'est WHERE"));
    EXPECT_THAT(said_of("SELECT a FROM t WHERE count(*) > 1"), HasSubstr("HAVING choisit des groupes"));
    EXPECT_THAT(said_of("SELECT a, count(*) AS n FROM t WHERE n > 1 GROUP BY a"),
                HasSubstr("HAVING choisit des groupes"));
    EXPECT_THAT(said_of("SELECT a FROM t WHERE row_number() OVER (ORDER BY a) = 1"), HasSubstr("fonction fenêtre"));
    EXPECT_THAT(said_of("SELECT row_number() OVER (ORDER BY a) AS r FROM t WHERE r = 1"),
                HasSubstr("fonction fenêtre"));
    EXPECT_THAT(said_of("SELECT lag(a) FROM t"), HasSubstr("suivie d'OVER"));
    EXPECT_THAT(said_of("SELECT moyenne(a) FROM t"), HasSubstr("pas de fonction moyenne"));
    EXPECT_THAT(said_of("SELECT a FROM t WHERE a IN (SELECT a, c FROM u)"), HasSubstr("une seule colonne"));
    EXPECT_THAT(said_of("SELECT c FROM t JOIN u USING (b)"), HasSubstr("écrivez ON"));
    EXPECT_THAT(about_sql_error("attempt to write a readonly database", "DELETE FROM t"), HasSubstr("lecture seule"));
}

TEST(SqlError, SaysNothingOfWhatItDoesNotKnow)
{
    EXPECT_THAT(about_sql_error("", "SELECT 1"), IsEmpty());
    EXPECT_THAT(about_sql_error("disk I/O error", "SELECT 1"), IsEmpty());
    EXPECT_THAT(about_sql_error("near \"", "SELECT 1"), IsEmpty());
}

TEST(SqlError, TellsAnEmptyQuery)
{
    for (const char* sql : {"", " \n;", "-- SELECT 1", "/* SELECT 1; */ ; -- rien\n", "/* ouvert"}) {
        EXPECT_THAT(about_sql_error("Statement needs to be reseted", sql), HasSubstr("vide")) << sql;
    }
    EXPECT_THAT(about_sql_error("Statement needs to be reseted", "SELECT 1"), IsEmpty());
}

TEST(Query, MayHaveStatementsThatNeverRun)
{
    for (const char* sql : {"SELECT 1; SELECT 2", "SELECT 1;\n-- puis\nSELECT 2;", "SELECT ';'; SELECT \"a\""}) {
        EXPECT_THAT(about_query(sql), HasSubstr("seule la première")) << sql;
    }
    for (const char* sql :
         {"", "SELECT 1", "SELECT 1;;\n ; -- SELECT 2\n", "SELECT ';', \"a;b\", [c;d], `e;f` -- ; SELECT 2",
          "SELECT 'L''Haÿ; x' /* ; SELECT 2 */", "SELECT 1 - 1 / 2", "SELECT 'ouvert; x"}) {
        EXPECT_THAT(about_query(sql), IsEmpty()) << sql;
    }
}

TEST(Query, MayHaveMarksThatNobodyBinds)
{
    for (const char* sql : {"SELECT ?", "SELECT 1 WHERE a = :code", "SELECT @a", "SELECT $a", "SELECT ?1"}) {
        EXPECT_THAT(about_query(sql), HasSubstr("marqueur")) << sql;
    }
    EXPECT_THAT(about_query("SELECT '?', \":a\" -- où ?\n"), IsEmpty());
}

TEST(SqlError, MakesOddCharactersVisible)
{
    EXPECT_THAT(about_sql_error("no such column: a\x1b[31m", "SELECT 1"), Not(HasSubstr("\x1b")));
    EXPECT_THAT(about_sql_error("unrecognized token: \"\"", "SELECT 1"), HasSubstr("ne sait pas lire"));
}

}  // namespace
}  // namespace atelier::check
