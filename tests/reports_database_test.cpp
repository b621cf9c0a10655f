// SPDX-License-Identifier: MIT
#include "reports/database.hpp"

#include <gmock/gmock.h>

#include "french.hpp"

namespace atelier {
namespace {

using ::testing::HasSubstr;

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
    EXPECT_EQ(shown(before, before), "Base base.db : rien n'a changé.\nTable t : 3 lignes inchangées\n");
}

TEST(DatabaseReport, PairsEqualRowsWhereThereIsNoKey)
{
    EXPECT_THAT(shown(base({{1, "a"}, {1, "a"}}, {}), base({{1, "a"}, {1, "a"}, {1, "a"}}, {})),
                HasSubstr("Table t : 1 ligne ajoutée, 2 lignes inchangées\n"));
}

}  // namespace
}  // namespace atelier
