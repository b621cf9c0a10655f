// SPDX-License-Identifier: MIT
#include "check/fixture.hpp"

#include <gmock/gmock.h>

#include <limits>
#include <set>

#include "check/database.hpp"
#include "error.hpp"
#include "files.hpp"

namespace atelier::check {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;
using ::testing::ThrowsMessage;

std::vector<Row> drawn(const std::string& sql, std::uint64_t seed, const std::string& question)
{
    const TemporaryFolder folder;
    make_fixture(folder.path() / "a.db", sql, seed);
    const Table table = Database(folder.path(), "a.db").rows(question);
    EXPECT_EQ(table.problem, "");
    return table.rows;
}

TEST(Random, IsTheSameOnEveryMachine)
{
    Random random(1);
    EXPECT_EQ(random.next(), 0x910A2DEC89025CC1U);  // splitmix64's reference sequence
    EXPECT_EQ(random.next(), 0xBEEB8DA1658EEC67U);
}

TEST(Random, StaysInItsInterval)
{
    Random random(7);
    std::set<std::int64_t> seen;
    for (int i = 0; i < 1000; ++i) {
        const std::int64_t n = random.between(-2, 2);
        ASSERT_GE(n, -2);
        ASSERT_LE(n, 2);
        seen.insert(n);
    }
    EXPECT_THAT(seen, SizeIs(5));
}

TEST(Random, SurvivesExtremeIntervals)
{
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    Random random(7);
    EXPECT_EQ(random.between(5, 5), 5);
    EXPECT_EQ(random.between(5, 4), 5) << "an empty interval gives its beginning";
    EXPECT_EQ(random.between(most, least), most);
    EXPECT_NE(random.between(least, most), random.between(least, most));
}

TEST(Random, DrawsAsMuchForAnEmptyInterval)
{
    Random a(3);
    Random b(3);
    (void)a.between(1, 0);
    (void)b.between(1, 100);
    EXPECT_EQ(a.next(), b.next()) << "what follows must not depend on the bounds";
}

TEST(Fixture, IsTheSameForTheSameSeed)
{
    const std::string sql =
        "CREATE TABLE t (n, p); INSERT INTO t VALUES (hasard(1, 1000000), prenom()), (hasard(1, 1000000), prenom());";
    const auto first = drawn(sql, 1, "SELECT * FROM t");
    EXPECT_EQ(first, drawn(sql, 1, "SELECT * FROM t"));
    EXPECT_NE(first, drawn(sql, 2, "SELECT * FROM t"));
}

TEST(Fixture, DrawsForEachRow)
{
    const auto rows = drawn(
        "CREATE TABLE t (n); WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 200) INSERT INTO t SELECT hasard(1, 1000000) FROM c;",
        1, "SELECT count(DISTINCT n) > 190, count(*) FROM t");
    EXPECT_EQ(rows, (std::vector<Row>{{1, 200}}));
}

TEST(Fixture, NamesPeopleWithWhatTripsProgramsUp)
{
    const auto rows = drawn(
        "CREATE TABLE t (p); WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 2000) INSERT INTO t SELECT prenom() FROM c;",
        1, "SELECT sum(p LIKE '%''%') > 0, sum(p LIKE '%-%') > 0, sum(length(p) < length(CAST(p AS BLOB))) > 0 FROM t");
    EXPECT_EQ(rows, (std::vector<Row>{{1, 1, 1}}));
}

TEST(Fixture, SaysWhatIsWrongWithItsSql)
{
    const TemporaryFolder folder;
    EXPECT_THAT([&] { make_fixture(folder.path() / "a.db", "INSERT INTO absente VALUES (1)", 1); },
                ThrowsMessage<Error>(HasSubstr("no such table: absente")));
}

TEST(Fixture, RefusesToBeMadeTwice)
{
    const TemporaryFolder folder;
    make_fixture(folder.path() / "a.db", "CREATE TABLE t (x)", 1);
    EXPECT_THAT([&] { make_fixture(folder.path() / "a.db", "CREATE TABLE t (x)", 1); },
                ThrowsMessage<Error>(HasSubstr("a.db twice")));
}

TEST(Fixture, IsOneFileOnceMade)
{
    const TemporaryFolder folder;
    make_fixture(folder.path() / "a.db", "CREATE TABLE t (x); INSERT INTO t VALUES (1);", 1);
    EXPECT_EQ(names_in(folder.path()), std::vector<std::string>{"a.db"});
}

/// A course with one exercise and data that it shares.
class SharedData : public ::testing::Test {
protected:
    SharedData()
    {
        make_folder(exercise);
        make_folder(course / "donnees");
        write_file(course / "donnees" / "t.sql", "CREATE TABLE t (x);\nINSERT INTO t VALUES (hasard(1, 9));");
        write_file(outer.path() / "dehors.sql", "CREATE TABLE dehors (x);");
    }

    [[nodiscard]] std::string sql_of(const std::string& fixture) const
    {
        write_file(exercise / "fixture.sql", fixture);
        return fixture_sql(exercise);
    }

    TemporaryFolder outer;
    fs::path course = outer.path() / "cours";
    fs::path exercise = course / "exercises" / "05a-lire";
};

TEST_F(SharedData, StandsInThePlaceOfItsLine)
{
    EXPECT_EQ(sql_of("-- avant\n.read ../../donnees/t.sql\nDELETE FROM t;\n"),
              "-- avant\nCREATE TABLE t (x);\nINSERT INTO t VALUES (hasard(1, 9));\nDELETE FROM t;\n");
    EXPECT_EQ(sql_of(".read   ../../donnees/t.sql \r\n"),
              "CREATE TABLE t (x);\nINSERT INTO t VALUES (hasard(1, 9));\n");
}

TEST_F(SharedData, LeavesOtherLinesAlone)
{
    EXPECT_EQ(sql_of("SELECT '.read x';\n -- .read x\n.reading\n"), "SELECT '.read x';\n -- .read x\n.reading\n");
}

TEST_F(SharedData, IsNeverOutsideTheCourse)
{
    fs::create_symlink(outer.path() / "dehors.sql", course / "donnees" / "lien.sql");
    fs::create_directory_symlink(outer.path(), course / "donnees" / "dossier");
    make_folder(outer.path() / "cours-voisin");
    write_file(outer.path() / "cours-voisin" / "t.sql", "");
    for (const std::string path : {"../../../dehors.sql", "../../donnees/lien.sql", "../../donnees/dossier/dehors.sql",
                                   "../../../cours-voisin/t.sql", "/etc/passwd"}) {
        EXPECT_THAT([&] { (void)sql_of(".read " + path); }, ThrowsMessage<Error>(HasSubstr("no file of the course")))
            << path;
    }
}

TEST_F(SharedData, IsAFileThatExists)
{
    for (const std::string path : {"absent.sql", "../../donnees", " "}) {
        EXPECT_THAT([&] { (void)sql_of(".read " + path); }, ThrowsMessage<Error>(HasSubstr("no file of the course")))
            << path;
    }
}

TEST_F(SharedData, ReadsNothingItself)
{
    write_file(course / "donnees" / "deux.sql", ".read t.sql\n");
    EXPECT_EQ(sql_of(".read ../../donnees/deux.sql\n"), ".read t.sql\n\n");
}

}  // namespace
}  // namespace atelier::check
