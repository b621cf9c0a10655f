// SPDX-License-Identifier: MIT
// That the sections named exist, Citations.OfTheGraderLeadSomewhere proves.
#include "check/sqlite_codes.hpp"

#include <gmock/gmock.h>

#include <vector>

#include "citations.hpp"
#include "french.hpp"

namespace atelier::check {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string told(const std::string& what, int code, int extended)
{
    CaughtException e;
    e.what = what;
    e.code = code;
    e.extended_code = extended;
    return test::plain(about_exception(e));
}

TEST(SqliteCodes, AreToldByTheExtendedOneFirst)
{
    EXPECT_THAT(told("CHECK constraint failed: age", 19, 275), HasSubstr("CHECK"));
    EXPECT_THAT(told("FOREIGN KEY constraint failed", 19, 787), HasSubstr("clé étrangère"));
    EXPECT_THAT(told("NOT NULL constraint failed: t.nom", 19, 1299), HasSubstr("NOT NULL"));
    EXPECT_THAT(told("UNIQUE constraint failed: t.id", 19, 1555), HasSubstr("clé primaire"));
    EXPECT_THAT(told("UNIQUE constraint failed: t.nom", 19, 2067), HasSubstr("UNIQUE"));
    EXPECT_THAT(told("cannot store TEXT value in INTEGER column t.age", 19, 3091), HasSubstr("stricte"));
    EXPECT_THAT(told("constraint failed", 19, 1811), HasSubstr("le code étendu"));
    EXPECT_THAT(told("database is locked", 5, 5), HasSubstr("occupée"));
    EXPECT_THAT(told("unable to open database file", 14, 14), HasSubstr("son dossier"));
    EXPECT_THAT(told("attempt to write a readonly database", 8, 8), HasSubstr("lecture seule"));
    EXPECT_THAT(told("file is not a database", 26, 26), HasSubstr("autre chose"));
    EXPECT_THAT(told("column index out of range", 25, 25), HasSubstr("marqueur"));
}

TEST(SqliteCodes, AreToldByTheirWordsWhereTheyMeanSeveralThings)
{
    EXPECT_THAT(told("bad parameter or other API misuse", 21, 21), HasSubstr("sans reset()"));
    EXPECT_THAT(told("Statement needs to be reseted", 21, -1), HasSubstr("Un pas de trop"));
    EXPECT_THAT(told("near \"FORM\": syntax error", 1, 1), HasSubstr("juste avant"));
    EXPECT_THAT(told("no such table: note", 1, 1), HasSubstr("cette table"));
    EXPECT_THAT(told("no such column: nmo", 1, 1), HasSubstr("cette colonne"));
    EXPECT_THAT(told("No row to get a column from. executeStep() was not called, or returned false.", -1, -1),
                HasSubstr("aucune ligne"));
    EXPECT_THAT(told("Column index out of range.", -1, -1), HasSubstr("moins un"));
    EXPECT_THAT(told("Transaction already committed.", -1, -1), HasSubstr("une fois"));
}

TEST(SqliteCodes, AreNotToldWhenTheyAreNotSqlites)
{
    EXPECT_THAT(told("no such table: note", 0, 0), IsEmpty());
    EXPECT_THAT(told("cannot commit - no transaction is active", 1, 1), IsEmpty());
    EXPECT_THAT(told("disk I/O error", 10, 10), IsEmpty());
    EXPECT_THAT(told("Unknown column name.", -1, -1), IsEmpty());
}

TEST(SqliteCodes, NameTheSectionToRead)
{
    for (const int code : {5, 8, 14, 19, 21, 25, 26, 275, 1299, 1555, 2067, 3091}) {
        EXPECT_THAT(citations_in(told("", code, code)), SizeIs(1)) << code;
    }
    EXPECT_THAT(citations_in(told("", 19, 787)), SizeIs(2));
}

}  // namespace
}  // namespace atelier::check
