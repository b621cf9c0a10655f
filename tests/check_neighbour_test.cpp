// SPDX-License-Identifier: MIT
#include "check/neighbour.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>

#include "check/sqlite.hpp"
#include "error.hpp"
#include "sandbox.hpp"

namespace atelier::check {
namespace {

using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

class NeighbourTest : public ::testing::Test {
public:
    NeighbourTest()
    {
        execute_all(open_connection(base.string()).get(), "CREATE TABLE t (x); INSERT INTO t VALUES (1)");
        EXPECT_EQ(::mkfifo(signs.c_str(), 0600), 0);
        for (const fs::path& path : {folder.path(), base, signs}) {
            give_to_sandbox(path);
        }
        share_with_sandbox(folder.path());
    }

    /// What SQLite answers to another connection, which does not wait.
    [[nodiscard]] int code_of(const char* sql) const
    {
        return sqlite3_exec(open_connection(base.string()).get(), sql, nullptr, nullptr, nullptr);
    }

    [[nodiscard]] std::int64_t rows() const
    {
        sqlite3_stmt* raw = nullptr;
        const Connection connection = open_connection(base.string());
        sqlite3_prepare_v2(connection.get(), "SELECT count(*) FROM t", -1, &raw, nullptr);
        const StatementHandle statement(raw);
        sqlite3_step(raw);
        return sqlite3_column_int64(raw, 0);
    }

    void say(const char* line) const { std::ofstream(signs) << line << '\n'; }

    TemporaryFolder folder;
    fs::path base = folder.path() / "base.db";
    fs::path signs = folder.path() / "signes";
};

TEST_F(NeighbourTest, HoldsItsLockUntilItsSignHasComeAsOftenAsPlanned)
{
    Neighbour neighbour(
        base, signs,
        {.begin = "BEGIN IMMEDIATE; INSERT INTO t VALUES (2)", .sign = "refus", .times = 2, .end = "COMMIT"});
    EXPECT_EQ(code_of("BEGIN IMMEDIATE"), SQLITE_BUSY);
    say("refus");
    say("retour");
    say("refu");
    say("refuse");
    EXPECT_EQ(code_of("BEGIN IMMEDIATE"), SQLITE_BUSY);
    say("refus");
    EXPECT_TRUE(neighbour.finish());
    EXPECT_EQ(code_of("BEGIN IMMEDIATE"), SQLITE_OK);
    EXPECT_EQ(rows(), 2);
}

TEST_F(NeighbourTest, LetsTheOtherWriteAsSoonAsTheSignHasCome)
{
    const Neighbour neighbour(base, signs, {.begin = "BEGIN IMMEDIATE", .sign = "refus", .end = "ROLLBACK"});
    const Connection connection = open_connection(base.string());
    const auto handler = [](void* test, int refusals) {
        if (refusals == 0) {
            static_cast<NeighbourTest*>(test)->say("refus");
        }
        return 1;
    };
    sqlite3_busy_handler(connection.get(), handler, this);
    EXPECT_EQ(sqlite3_exec(connection.get(), "INSERT INTO t VALUES (3)", nullptr, nullptr, nullptr), SQLITE_OK);
}

TEST_F(NeighbourTest, RollsBackWhenItsSignDoesNotCome)
{
    Neighbour neighbour(base, signs,
                        {.begin = "BEGIN IMMEDIATE; INSERT INTO t VALUES (2)", .sign = "refus", .end = "COMMIT"});
    EXPECT_FALSE(neighbour.finish());
    EXPECT_FALSE(neighbour.finish());
    EXPECT_EQ(rows(), 1);
}

TEST_F(NeighbourTest, IsGoneWithItsObject)
{
    {
        const Neighbour neighbour(base, signs, {.begin = "BEGIN EXCLUSIVE", .sign = {}, .end = {}});
        EXPECT_EQ(code_of("SELECT * FROM t"), SQLITE_BUSY);
    }
    EXPECT_EQ(code_of("SELECT * FROM t"), SQLITE_OK);
}

TEST_F(NeighbourTest, DoesNotWaitForEverToCommit)
{
    const Connection reader = open_connection(base.string());
    execute_all(reader.get(), "BEGIN; SELECT * FROM t");
    Neighbour neighbour(base, signs,
                        {.begin = "BEGIN IMMEDIATE; INSERT INTO t VALUES (2)", .sign = "refus", .end = "COMMIT"});
    say("refus");
    EXPECT_FALSE(neighbour.finish());
}

TEST_F(NeighbourTest, TellsTheAuthorOfItsSql)
{
    EXPECT_THAT([&] { const Neighbour neighbour(base, signs, {.begin = "BEGINN", .sign = {}, .end = {}}); },
                ThrowsMessage<Error>(HasSubstr("BEGINN")));
    Neighbour neighbour(base, signs, {.begin = "BEGIN", .sign = "refus", .end = "COMMITT"});
    say("refus");
    EXPECT_THAT([&] { neighbour.finish(); }, ThrowsMessage<Error>(HasSubstr("COMMITT")));
}

}  // namespace
}  // namespace atelier::check
