// SPDX-License-Identifier: MIT
#include "reports/database.hpp"

#include <gmock/gmock.h>

#include "french.hpp"
#include "utf8.hpp"

namespace atelier {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

DatabaseSnapshot base(std::vector<check::Row> rows, std::vector<std::size_t> key = {0})
{
    TableSnapshot table{.name = "t", .sql = "CREATE TABLE t", .rows = {}, .key = std::move(key), .rowids = {}};
    table.rows.columns = {"id", "nom"};
    table.rows.rows = std::move(rows);
    return {.exists = true, .problem = {}, .tables = {table}, .others = {}, .more_tables = 0};
}

std::string shown(const DatabaseSnapshot& before, const DatabaseSnapshot& after, bool plain = false)
{
    return test::plain(database_for_terminal("base.db", before, after, {.width = 60, .plain = plain}));
}

const DatabaseSnapshot before = base({{1, "Alice"}, {2, nullptr}, {3, "Bob"}});
const DatabaseSnapshot after = base({{1, "Alice"}, {2, check::Blob(2)}, {4, "\x1B[2J"}});

TEST(DatabaseReport, SaysWhatBecameOfEachRow)
{
    EXPECT_EQ(shown(before, after), R"(Base base.db, avant et après :
Table t : 1 ligne ajoutée, 1 ligne retirée, 1 ligne changée, 1 ligne inchangée
┌─────────────┬────┬────────────────┐
│             │ id │ nom            │
╞═════════════╪════╪════════════════╡
│ = inchangée │ 1  │ 'Alice'        │
│ ≠ changée   │ 2  │ NULL → x'0000' │
│ - retirée   │ 3  │ 'Bob'          │
│ + ajoutée   │ 4  │ '␛[2J'         │
└─────────────┴────┴────────────────┘
)");
}

TEST(DatabaseReport, SaysItInLinesWhenPlain)
{
    EXPECT_THAT(shown(before, after, true), HasSubstr("≠ changée : id = 2, nom = NULL → x'0000'\n"));
}

TEST(DatabaseReport, SaysThatNothingChanged)
{
    EXPECT_EQ(shown(before, before), "Base base.db : rien n'a changé.\n");
    EXPECT_EQ(database_for_terminal("base.db", before, before, {.width = 80, .plain = false, .tells_unchanged = false}),
              "");
}

TEST(DatabaseReport, DoesNotSayThatNothingChangedWhereItCannotTell)
{
    DatabaseSnapshot large = before;
    large.tables[0].rows = {.columns = {}, .rows = {}, .problem = "trop de lignes"};
    EXPECT_EQ(shown(large, large), "Base base.db, avant et après :\nTable t : trop de lignes\n");
    DatabaseSnapshot many = before;
    many.more_tables = 3;
    EXPECT_THAT(shown(many, many), HasSubstr("(3 autres tables ne sont pas montrées)\n"));
}

TEST(DatabaseReport, TellsWhatIsNewAndEmpty)
{
    DatabaseSnapshot empty;
    empty.exists = true;
    EXPECT_EQ(shown({}, empty), "Base base.db, nouvelle, sans aucune table.\n");
    EXPECT_EQ(shown(empty, {}), "Base base.db : supprimée.\n");
    EXPECT_EQ(shown({}, {}), "");
}

TEST(DatabaseReport, TellsTheVersion)
{
    DatabaseSnapshot migrated = before;
    migrated.user_version = 2;
    EXPECT_EQ(shown(before, migrated), "Base base.db, avant et après :\nTable t : 3 lignes inchangées\n"
                                       "Version (PRAGMA user_version) : 0 → 2\n");
}

TEST(DatabaseReport, ObeysNothingInWhatTheProgramLeft)
{
    DatabaseSnapshot hostile = after;
    hostile.tables[0].name = "t\x1B[2J\n::error::x";
    hostile.tables[0].sql = "CREATE TABLE t\x07\n::error::y";
    hostile.tables[0].rows.columns[1] = "nom\n::error::z\xff";
    hostile.tables[0].rows.rows[0][1] = check::Value(std::string(10'000'000, '\n'));
    hostile.others = {"CREATE VIEW v AS SELECT 'a\n::error::b'"};
    for (const bool plain : {false, true}) {
        const std::string text = database_for_terminal("b\n::error::c.db", {}, hostile, {.width = 60, .plain = plain});
        EXPECT_TRUE(is_valid_utf8(text));
        EXPECT_LT(text.size(), 5000U);
        EXPECT_THAT(text, Not(HasSubstr("\x1B")));
        EXPECT_THAT(text, Not(HasSubstr("\x07")));
        EXPECT_THAT(text, Not(HasSubstr("\n::error")));
    }
}

TEST(DatabaseReport, PairsEqualRowsWhereThereIsNoKey)
{
    EXPECT_THAT(shown(base({{1, "a"}, {1, "a"}}, {}), base({{1, "a"}, {1, "a"}, {1, "a"}}, {})),
                HasSubstr("Table t : 1 ligne ajoutée, 2 lignes inchangées\n"));
}

}  // namespace
}  // namespace atelier
