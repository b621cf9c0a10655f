// SPDX-License-Identifier: MIT
#include "check/probe_stream.hpp"

#include <gmock/gmock.h>

#include <random>

namespace atelier::check {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Blob blob(std::initializer_list<int> bytes)
{
    Blob result;
    for (const int byte : bytes) {
        result.push_back(static_cast<std::byte>(byte));
    }
    return result;
}

/// The one row that `line` returns; empty when it returns none.
Row returned(const std::string& line)
{
    const ProbeStream stream = read_probe_stream(line);
    return stream.returned.empty() ? Row{} : stream.returned.front().row;
}

TEST(ProbeStream, HasEveryTypeOfValue)
{
    EXPECT_EQ(returned("v\tx\tn\ti-42\tr1.5\ttZo%C3%A9\tb%00%FF\n"), (Row{nullptr, -42, 1.5, "Zoé", blob({0, 255})}));
    EXPECT_EQ(returned("v\tx\tt\tb\tr1e300\ti9223372036854775807\n"),
              (Row{"", Blob{}, 1e300, std::int64_t{9223372036854775807}}));
}

TEST(ProbeStream, KeepsRowsInOrder)
{
    const ProbeStream stream = read_probe_stream("v\ta\ti1\nv\tb\ti2\nv\ta\ti3\nv\tvide\n");
    ASSERT_THAT(stream.returned, SizeIs(4));
    EXPECT_EQ(stream.returned[1].name, "b");
    EXPECT_EQ(stream.returned[2].row, Row{3});
    EXPECT_THAT(stream.returned[3].row, IsEmpty());
}

TEST(ProbeStream, UnescapesWhatWouldBreakALine)
{
    EXPECT_EQ(returned("v\tx\tta%0Ab%09c%25d%20e%00\n"), Row{std::string("a\nb\tc%d e\0", 10)});
}

TEST(ProbeStream, TakesAMalformedEscapeForItself)
{
    EXPECT_EQ(returned("v\tx\tt%\n"), Row{"%"});
    EXPECT_EQ(returned("v\tx\tt%4\n"), Row{"%4"});
    EXPECT_EQ(returned("v\tx\tt%zz%4g%41\n"), Row{"%zz%4gA"});
    EXPECT_EQ(returned("v\tx\tt%e9\n"), Row{"%e9"}) << "the probe writes capital digits";
}

TEST(ProbeStream, TellsExceptions)
{
    const ProbeStream stream =
        read_probe_stream("x\tinserer\tSQLite::Exception\tUNIQUE%20constraint%20failed\t19\t2067\n");
    ASSERT_THAT(stream.exceptions, SizeIs(1));
    EXPECT_EQ(stream.exceptions[0].name, "inserer");
    EXPECT_EQ(stream.exceptions[0].type, "SQLite::Exception");
    EXPECT_EQ(stream.exceptions[0].what, "UNIQUE constraint failed");
    EXPECT_EQ(stream.exceptions[0].code, 19);
    EXPECT_EQ(stream.exceptions[0].extended_code, 2067);
}

TEST(ProbeStream, TellsWhatSqliteSaw)
{
    const ProbeStream stream =
        read_probe_stream("d\t1\t/travail/base.db\nd\t2\t\n"
                          "p\t1\t0\tINSERT%20INTO%20t%20VALUES%20(?)\n"
                          "s\t1\tINSERT%20INTO%20t%20VALUES%20(?)\tINSERT%20INTO%20t%20VALUES%20(7)\n"
                          "c\t1\nc\t1\nr\t1\n"
                          "o\t1\tSELECT%201\nf\t1\t1\t0\nl\t2\ne\n");
    const Trace& trace = stream.trace;
    EXPECT_THAT(trace.opened, ElementsAre("/travail/base.db", ""));
    EXPECT_THAT(trace.prepared, ElementsAre("INSERT INTO t VALUES (?)"));
    ASSERT_THAT(trace.statements, SizeIs(1));
    EXPECT_EQ(trace.statements[0].connection, 1);
    EXPECT_EQ(trace.statements[0].sql, "INSERT INTO t VALUES (?)");
    EXPECT_EQ(trace.statements[0].expanded, "INSERT INTO t VALUES (7)");
    EXPECT_EQ(trace.commits, 2);
    EXPECT_EQ(trace.rollbacks, 1);
    EXPECT_EQ(trace.left_open, 1);
    EXPECT_THAT(trace.unfinalized, ElementsAre("SELECT 1"));
    EXPECT_TRUE(trace.closed_in_transaction);
    EXPECT_TRUE(stream.reached_end);
}

TEST(ProbeStream, KeepsTheLogAndTheTextsBoundWithoutACopy)
{
    const ProbeStream stream = read_probe_stream("j\t21\tmisuse%20at%20line%207\na\t4096\t12\t33\na\t1\t-2\t3\na\t1\n");
    ASSERT_THAT(stream.trace.log, SizeIs(1));
    EXPECT_EQ(stream.trace.log[0].code, 21);
    EXPECT_EQ(stream.trace.log[0].text, "misuse at line 7");
    EXPECT_TRUE(stream.trace.logged("at line"));
    EXPECT_FALSE(stream.trace.logged("busy"));
    ASSERT_THAT(stream.uncopied, SizeIs(1));
    EXPECT_EQ(stream.uncopied[0].address, 4096U);
    EXPECT_EQ(stream.uncopied[0].size, 12U);
    EXPECT_EQ(stream.uncopied[0].offset, 33U);
}

TEST(ProbeStream, TellsInADetailedTraceWhatEachRunGave)
{
    const Trace trace = read_probe_stream("s\t1\tBEGIN\tBEGIN\nq\t1\t0\t0\t0\t900\n"
                                          "s\t1\tSELECT%201\tSELECT%201\nq\t2\t3\t0\t1\t5000\n"
                                          "s\t1\tSELECT%202\tSELECT%202\n")
                            .trace;
    ASSERT_THAT(trace.statements, SizeIs(3));
    EXPECT_FALSE(trace.statements[0].end->autocommit);
    EXPECT_EQ(trace.statements[1].end->rows, 3);
    EXPECT_EQ(trace.statements[1].end->nanoseconds, 5000);
    EXPECT_TRUE(trace.statements[1].end->autocommit);
    EXPECT_FALSE(trace.statements[2].end) << "it never came to its end";
}

TEST(ProbeStream, TellsInADetailedTraceWhatWasRefused)
{
    const Trace trace = read_probe_stream("s\t2\tX\tX\nk\t1\t2\t2067\tUNIQUE\n"
                                          "p\t2\t1\tSELET\t10\tsyntax%20error\nk\t0\t2\t1\tno\nk\t9\t2\t1\tno\n")
                            .trace;
    ASSERT_THAT(trace.refusals, SizeIs(4));
    EXPECT_EQ(trace.refusals[0].statement, 0U);
    EXPECT_EQ(trace.refusals[0].code, 2067);
    EXPECT_EQ(trace.refusals[1].sql, "SELET");
    EXPECT_EQ(trace.refusals[1].text, "syntax error");
    EXPECT_FALSE(trace.refusals[2].statement);
    EXPECT_FALSE(trace.refusals[3].statement) << "no run has that rank";
}

TEST(ProbeStream, BelievesNoEndOfARunThatIsNotThere)
{
    const Trace trace = read_probe_stream("q\t1\t5\t5\t1\t5\ns\t1\tX\tX\nq\t0\t5\nq\t2\t5\nq\t-1\t5\n"
                                          "q\t1\t-5\t99999999999999999999\t0\t-1\nq\t1\t7\t7\t7\t7\n")
                            .trace;
    EXPECT_THAT(trace.events, SizeIs(2));
    EXPECT_EQ(trace.statements[0].end->rows, 0) << "the first end is the only one, and no count is negative";
    EXPECT_EQ(trace.statements[0].end->changes, 0);
    EXPECT_EQ(trace.statements[0].end->nanoseconds, 0);
}

TEST(ProbeStream, KeepsTheOrderOfWhatHappened)
{
    using Kind = TraceEvent::Kind;
    const Trace trace =
        read_probe_stream("d\t1\tb\np\t1\t0\tX\ns\t1\tX\tX\nc\t1\nj\t21\tw\no\t1\tX\nf\t1\t1\t0\nl\t2\n").trace;
    std::vector<Kind> kinds;
    for (const TraceEvent& event : trace.events) {
        kinds.push_back(event.kind);
    }
    EXPECT_THAT(kinds, ElementsAre(Kind::opened, Kind::prepared, Kind::begun, Kind::committed, Kind::complained,
                                   Kind::left_statement, Kind::closed, Kind::left_connection));
    EXPECT_TRUE(trace.events[6].in_transaction);
    EXPECT_EQ(trace.events[7].connection, 2);
}

TEST(ProbeStream, IsClosedInTransactionIfOneConnectionIs)
{
    EXPECT_FALSE(read_probe_stream("f\t1\t0\t1\n").trace.closed_in_transaction);
    EXPECT_TRUE(read_probe_stream("f\t1\t0\t0\nf\t2\t0\t1\n").trace.closed_in_transaction);
}

TEST(ProbeStream, SkipsWhatTheProbeWouldNotWrite)
{
    for (const char* line :
         {"", "\n", "v", "v\n", "vv\tx\ti1\n", "V\tx\ti1\n", "v\tx\ti\n", "v\tx\ti1x\n",
          "v\tx\ti99999999999999999999\n", "v\tx\tr\n", "v\tx\tq\n", "v\tx\t\n", "bonjour\n", "\t\t\t\n"}) {
        const ProbeStream stream = read_probe_stream(line);
        EXPECT_THAT(stream.returned, IsEmpty()) << line;
        EXPECT_FALSE(stream.reached_end) << line;
    }
    EXPECT_EQ(returned("du bruit\nv\tx\ti1\n"), Row{1});
}

TEST(ProbeStream, SurvivesMissingFields)
{
    const ProbeStream stream = read_probe_stream("x\nd\np\ns\nc\nr\no\nf\nl\n");
    EXPECT_THAT(stream.exceptions, SizeIs(1));
    EXPECT_EQ(stream.exceptions[0].code, 0);
    EXPECT_THAT(stream.trace.statements, SizeIs(1));
}

TEST(ProbeStream, KeepsWhatCameBeforeACut)
{
    const ProbeStream stream = read_probe_stream("v\tx\ti1\nv\tx\tta%C");
    EXPECT_THAT(stream.returned, SizeIs(2));
    EXPECT_EQ(stream.returned[0].row, Row{1});
}

TEST(ProbeStream, SurvivesNoise)
{
    std::mt19937 random(9);  // NOLINT: the same noise in every run
    const std::string letters("vxdpscrofleja\t\t\t\n\n%4Fintrbqk1\0\xff", 32);
    for (int i = 0; i < 2000; ++i) {
        std::string noise;
        for (std::size_t j = random() % 60; j > 0; --j) {
            noise += letters[random() % letters.size()];
        }
        EXPECT_NO_THROW((void)read_probe_stream(noise));
    }
}

}  // namespace
}  // namespace atelier::check
