// SPDX-License-Identifier: MIT
#include "sql_story.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "check/probe_stream.hpp"

namespace atelier {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Kind = StoryItem::Kind;

/// The story of a stream that is written with spaces for %20 and « | » for tabs.
Story story(std::string stream)
{
    std::string escaped;
    for (const char c : stream) {
        escaped += c == '|' ? "\t" : c == ' ' ? "%20" : std::string(1, c);
    }
    return story_of(check::read_probe_stream(escaped).trace);
}

std::vector<Margin> margins(const Story& story)
{
    std::vector<Margin> all;
    for (const StoryItem& item : story.items) {
        all.push_back(item.margin);
    }
    return all;
}

TEST(SqlStory, DrawsTheTransaction)
{
    const Story told = story("d|1|base.db\n"
                             "s|1|BEGIN|BEGIN\nq|1|0|0|0|10\n"
                             "s|1|DELETE FROM t|DELETE FROM t\nq|2|0|4|0|20\n"
                             "s|1|COMMIT|COMMIT\nc|1\nq|3|0|0|1|30\n"
                             "s|1|SELECT 1|SELECT 1\nq|4|1|0|1|40\n");
    EXPECT_THAT(margins(told),
                ElementsAre(Margin::outside, Margin::opens, Margin::inside, Margin::closes, Margin::outside));
    EXPECT_EQ(told.items[2].changes, 4);
    EXPECT_EQ(told.items[3].commits, 1U);
    EXPECT_EQ(told.items[4].rows, 1);
    EXPECT_EQ(told.nanoseconds, 100);
    EXPECT_EQ(told.executions, 4U);
    EXPECT_EQ(told.commits, 1U);
}

TEST(SqlStory, ClosesATransactionThatARefusalRolledBack)
{
    const Story told = story("s|1|BEGIN|BEGIN\nq|1|0|0|0|1\n"
                             "s|1|INSERT OR ROLLBACK|INSERT OR ROLLBACK\nr|1\nq|2|0|0|1|1\nk|2|1|2067|UNIQUE\n");
    EXPECT_THAT(margins(told), ElementsAre(Margin::opens, Margin::closes));
    EXPECT_EQ(told.items[1].rollbacks, 1U);
    EXPECT_EQ(told.items[1].refusal, "UNIQUE");
    EXPECT_EQ(told.items[1].code, 2067);
}

TEST(SqlStory, KeepsConnectionsApart)
{
    const Story told = story("s|1|BEGIN|BEGIN\nq|1|0|0|0|1\ns|2|SELECT 1|SELECT 1\nq|2|0|0|1|1\n"
                             "c|2\nf|1|0|0\nl|2\n");
    EXPECT_THAT(margins(told), ElementsAre(Margin::opens, Margin::outside, Margin::closes, Margin::outside));
    EXPECT_EQ(told.items[1].commits, 1U);
    EXPECT_TRUE(told.items[2].in_transaction);
    EXPECT_EQ(told.items[3].kind, Kind::left_open);
    EXPECT_FALSE(told.items[3].in_transaction);
}

TEST(SqlStory, NamesWhatWasLeft)
{
    const Story told = story("p|1|0|SELECT 1|5|\np|1|0|SELECT 2|5|\ns|1|SELECT 1|SELECT 1\no|1|SELECT 1\nf|1|1|1\n");
    ASSERT_THAT(told.items, SizeIs(2));
    EXPECT_FALSE(told.items[0].finished);
    EXPECT_EQ(told.items[0].prepared, 1U);
    EXPECT_EQ(told.items[0].nanoseconds, 5);
    EXPECT_THAT(told.items[1].left, ElementsAre("SELECT 1"));
    EXPECT_THAT(told.never_run, ElementsAre("SELECT 2"));
}

TEST(SqlStory, TellsWhatCouldNotBePrepared)
{
    const Story told = story("p|1|1|SELET|5|near SELET: syntax error\nj|1|near SELET\nj|21|misuse\n");
    ASSERT_THAT(told.items, SizeIs(2));
    EXPECT_EQ(told.items[0].kind, Kind::refused);
    EXPECT_EQ(told.items[0].text, "SELET");
    EXPECT_EQ(told.items[1].kind, Kind::complained);
    EXPECT_THAT(told.never_run, IsEmpty());
}

TEST(SqlStory, LeavesOutWhereSqliteFoundTheMisuse)
{
    const Story told = story("j|21|bind on a busy prepared statement: [X]\nj|21|misuse at line 9 of [ab]\nl|1\n"
                             "j|21|misuse at line 9 of [ab]\n");
    ASSERT_THAT(told.items, SizeIs(3));
    EXPECT_EQ(told.items[0].text, "bind on a busy prepared statement: [X]");
    EXPECT_EQ(told.items[2].text, "misuse at line 9 of [ab]") << "it is all that is said";
}

TEST(SqlStory, TellsARepetitionOnce)
{
    std::string stream = "p|1|0|INSERT INTO t VALUES (?)|5|\n";
    for (int i = 1; i <= 500; ++i) {
        stream += fmt::format("s|1|INSERT INTO t VALUES (?)|INSERT INTO t VALUES ({0})\nc|1\nq|{0}|0|1|1|10\n", i);
    }
    const Story told = told_once(story(stream));
    ASSERT_THAT(told.items, SizeIs(1));
    const StoryItem& item = told.items.front();
    EXPECT_EQ(item.times, 500U);
    EXPECT_EQ(item.prepared, 1U);
    EXPECT_EQ(item.changes, 500);
    EXPECT_EQ(item.commits, 500U);
    EXPECT_THAT(item.values, ElementsAre("1"));
    EXPECT_THAT(item.last_values, ElementsAre("500"));
    EXPECT_FALSE(item.many_texts);
}

TEST(SqlStory, TellsApartValuesThatAreWrittenInTheText)
{
    const Story told = told_once(story("s|1|INSERT INTO t VALUES ('a')|INSERT INTO t VALUES ('a')\n"
                                       "s|1|INSERT INTO t VALUES ('b')|INSERT INTO t VALUES ('b')\n"));
    ASSERT_THAT(told.items, SizeIs(1));
    EXPECT_TRUE(told.items[0].many_texts);
}

TEST(SqlStory, TellsOnceWhatComesRound)
{
    std::string stream;
    for (int i = 0; i < 40; ++i) {
        const int n = 4 * i;
        stream += fmt::format("s|1|BEGIN|BEGIN\nq|{}|0|0|0|1\n"
                              "s|1|INSERT INTO t VALUES (?)|INSERT INTO t VALUES (1)\nq|{}|0|1|0|1\n"
                              "s|1|INSERT INTO t VALUES (?)|INSERT INTO t VALUES (2)\nq|{}|0|1|0|1\n"
                              "s|1|COMMIT|COMMIT\nc|1\nq|{}|0|0|1|1\n",
                              n + 1, n + 2, n + 3, n + 4);
    }
    const Story told = told_once(story(stream));
    ASSERT_THAT(told.items, SizeIs(3));
    EXPECT_EQ(told.items[0].period, 3U);
    EXPECT_EQ(told.items[0].rounds, 40U);
    EXPECT_EQ(told.items[1].times, 2U);
    EXPECT_EQ(told.items[1].changes, 80);
    EXPECT_EQ(told.items[2].commits, 40U);
    EXPECT_EQ(told.items[2].margin, Margin::closes);
}

TEST(SqlStory, DoesNotMixWhatWasRefusedWithWhatWasNot)
{
    const Story told =
        told_once(story("s|1|X|X\nq|1|0|1|1|1\ns|1|X|X\nq|2|0|0|1|1\nk|2|1|19|no\ns|1|X|X\nq|3|0|1|1|1\n"));
    EXPECT_THAT(told.items, SizeIs(3));
}

}  // namespace
}  // namespace atelier
