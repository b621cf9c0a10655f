// SPDX-License-Identifier: MIT
// Snapshots of files as SQLite leaves them; what is made of them is also in reports_database_test.cpp.
#include "table_difference.hpp"

#include <gmock/gmock.h>

#include "check/sqlite.hpp"
#include "files.hpp"
#include "french.hpp"

namespace atelier {
namespace {

using check::Row;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using Kind = RowDifference::Kind;

class Snapshot : public ::testing::Test {
protected:
    [[nodiscard]] fs::path path() const { return folder_.path() / "a.db"; }

    void run(const std::string& sql) const
    {
        const check::Connection connection = check::open_connection(path().string());
        check::execute_all(connection.get(), sql);
    }

    [[nodiscard]] DatabaseSnapshot read() const { return read_snapshot(check::Database(folder_.path(), "a.db")); }

    /// What became of the only table of the database while `sql` ran.
    [[nodiscard]] TableDifference after(const std::string& sql) const
    {
        const DatabaseSnapshot before = read();
        run(sql);
        const std::vector<TableDifference> all = compare(before, read());
        EXPECT_THAT(all, SizeIs(1));
        return all.empty() ? TableDifference() : all.front();
    }

    TemporaryFolder folder_;
};

TEST_F(Snapshot, FollowsTheRowsOfATableWithoutRowid)
{
    run("CREATE TABLE t (a TEXT, b INTEGER, c TEXT, PRIMARY KEY (b, a)) WITHOUT ROWID;"
        "INSERT INTO t VALUES ('x', 1, 'un'), ('y', 1, 'deux'), ('x', 2, 'trois');");
    const DatabaseSnapshot snapshot = read();
    ASSERT_THAT(snapshot.tables, SizeIs(1));
    EXPECT_THAT(snapshot.tables[0].key, ElementsAre(1, 0));
    EXPECT_THAT(snapshot.tables[0].rowids, IsEmpty());
    EXPECT_THAT(snapshot.tables[0].rows.columns, ElementsAre("a", "b", "c"));
    const TableDifference table = after("UPDATE t SET c = 'DEUX' WHERE a = 'y'; DELETE FROM t WHERE b = 2");
    EXPECT_EQ(table.count(Kind::changed), 1U);
    EXPECT_EQ(table.count(Kind::removed), 1U);
    EXPECT_EQ(table.count(Kind::same), 1U);
}

TEST_F(Snapshot, FollowsTheRowsOfATableWhoseColumnsTakeTheNamesOfTheRowid)
{
    run("CREATE TABLE t (rowid TEXT, _rowid_ TEXT, oid TEXT); INSERT INTO t VALUES ('a', 'b', 'c');");
    EXPECT_THAT(read().tables.at(0).rowids, IsEmpty());
    EXPECT_EQ(after("INSERT INTO t VALUES ('a', 'b', 'c')").count(Kind::added), 1U);
}

TEST_F(Snapshot, SeesAChangeWhereThereIsNoKeyByTheRowid)
{
    run("CREATE TABLE t (nom TEXT); INSERT INTO t VALUES ('Zoé'), ('Bob');");
    const TableDifference table = after("UPDATE t SET nom = 'Léo' WHERE nom = 'Bob'");
    EXPECT_EQ(table.count(Kind::changed), 1U);
    EXPECT_EQ(table.count(Kind::same), 1U);
}

TEST_F(Snapshot, ReadsGeneratedColumnsLikeTheOthers)
{
    run("CREATE TABLE t (id INTEGER PRIMARY KEY, prix INTEGER, double INTEGER AS (prix * 2) STORED);"
        "INSERT INTO t (prix) VALUES (3);");
    EXPECT_THAT(read().tables.at(0).rows.columns, ElementsAre("id", "prix", "double"));
    EXPECT_THAT(read().tables.at(0).key, ElementsAre(0));
    const TableDifference table = after("UPDATE t SET prix = 5");
    ASSERT_THAT(table.rows, SizeIs(1));
    EXPECT_EQ(table.rows[0].before[2], check::Value(6));
    EXPECT_EQ(table.rows[0].after[2], check::Value(10));
}

/// A key behind a generated column, which PRAGMA table_info leaves out.
TEST_F(Snapshot, FindsTheKeyBehindAGeneratedColumn)
{
    run("CREATE TABLE t (double INTEGER AS (id * 2), nom TEXT, id INTEGER PRIMARY KEY);"
        "INSERT INTO t (id, nom) VALUES (1, 'a'), (2, 'b');");
    EXPECT_THAT(read().tables.at(0).key, ElementsAre(2));
    const TableDifference table = after("UPDATE t SET nom = 'c' WHERE id = 2");
    EXPECT_EQ(table.count(Kind::changed), 1U);
}

TEST_F(Snapshot, NeverReadsAVirtualTable)
{
    run("CREATE VIRTUAL TABLE mots USING fts5(texte); INSERT INTO mots VALUES ('bonjour');");
    const DatabaseSnapshot snapshot = read();
    const auto found = std::find_if(snapshot.tables.begin(), snapshot.tables.end(),
                                    [](const TableSnapshot& table) { return table.name == "mots"; });
    ASSERT_NE(found, snapshot.tables.end());
    EXPECT_NE(found->rows.problem, "");
    EXPECT_THAT(found->rows.rows, IsEmpty());
}

TEST_F(Snapshot, KeepsOfAViewItsTextOnly)
{
    run("CREATE TABLE t (a); CREATE VIEW v AS SELECT * FROM t, t AS u, t AS w; CREATE INDEX i ON t (a);");
    const DatabaseSnapshot snapshot = read();
    EXPECT_THAT(snapshot.tables, SizeIs(1));
    EXPECT_THAT(snapshot.others,
                ElementsAre("CREATE INDEX i ON t (a)", "CREATE VIEW v AS SELECT * FROM t, t AS u, t AS w"));
}

TEST_F(Snapshot, IsOfWhatIsThere)
{
    EXPECT_FALSE(read().exists);
    EXPECT_EQ(read().problem, "");
    run("CREATE TABLE t (a)");
    const DatabaseSnapshot before = read();
    EXPECT_TRUE(before.exists);
    fs::remove(path());
    const std::vector<TableDifference> gone = compare(before, read());
    ASSERT_THAT(gone, SizeIs(1));
    EXPECT_EQ(gone[0].kind, TableDifference::Kind::removed);
}

TEST_F(Snapshot, SaysWhyAFileIsNoDatabase)
{
    for (const std::string& bytes : {std::string("pas une base, mais quelques octets\n"), std::string(4096, '\xff'),
                                     std::string("SQLite format 3\0coupée", 23)}) {
        write_file(path(), bytes);
        const DatabaseSnapshot snapshot = read();
        EXPECT_TRUE(snapshot.exists);
        EXPECT_NE(snapshot.problem, "") << bytes;
        EXPECT_THAT(snapshot.tables, IsEmpty());
    }
    fs::remove(path());
    fs::create_symlink("/etc/passwd", path());
    EXPECT_NE(read().problem, "");
    EXPECT_THAT(read().problem, Not(HasSubstr("root")));
}

TEST_F(Snapshot, SaysThatATableIsTooLargeToCompare)
{
    run("CREATE TABLE t (a); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20001)"
        "INSERT INTO t SELECT i FROM n;");
    const TableDifference table = after("UPDATE t SET a = 0");
    EXPECT_EQ(test::plain(table.problem), "plus de 20000 lignes : trop pour les comparer");
    EXPECT_EQ(table.kind, TableDifference::Kind::changed) << "nobody can tell that nothing changed";
    EXPECT_THAT(table.rows, IsEmpty());
}

TEST_F(Snapshot, CountsTheTablesThatItDoesNotRead)
{
    std::string sql;
    for (int i = 0; i < 43; ++i) {
        sql += "CREATE TABLE t" + std::to_string(i) + " (a);";
    }
    run(sql);
    EXPECT_THAT(read().tables, SizeIs(40));
    EXPECT_EQ(read().more_tables, 3U);
}

TEST_F(Snapshot, TellsTheVersionThatMigrationsNote)
{
    run("CREATE TABLE t (a); PRAGMA user_version = 3;");
    EXPECT_EQ(read().user_version, 3);
}

TEST_F(Snapshot, TakesAnyNameForAName)
{
    run("CREATE TABLE \"t\"\"; DROP TABLE x; --\" (\"a\"\"b\" TEXT); INSERT INTO \"t\"\"; DROP TABLE x; --\" VALUES ('é');");
    const DatabaseSnapshot snapshot = read();
    ASSERT_THAT(snapshot.tables, SizeIs(1));
    EXPECT_EQ(snapshot.tables[0].name, "t\"; DROP TABLE x; --");
    EXPECT_THAT(snapshot.tables[0].rows.rows, ElementsAre(Row{"é"}));
}

}  // namespace
}  // namespace atelier
