// SPDX-License-Identifier: MIT
#include "check/observe.hpp"

#include <gmock/gmock.h>

#include <csignal>
#include <sstream>

#include "french.hpp"

namespace atelier::check {
namespace {

using test::plain;
using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* reached_end = "e\n";

/// What the grader makes of `outcome`, with the limits of an ordinary exercise.
Execution observed(const Outcome& outcome)
{
    const Observer observer("reponse.cpp", [](const std::vector<std::string>& offsets) {
        return std::vector<std::string>(offsets.size(), "/construction/reponse.cpp:12");
    });
    return observer.observe(outcome, Limits{}, "./atelier run 01a -- x");
}

Outcome exited(int code, std::string probe = {}, std::string err = {})
{
    return {.end = Outcome::End::exited,
            .code = code,
            .out = {},
            .err = std::move(err),
            .probe = std::move(probe),
            .status = {}};
}

Outcome signaled(int number, std::string err = {}, std::string probe = {})
{
    return {.end = Outcome::End::signaled,
            .code = number,
            .out = {},
            .err = std::move(err),
            .probe = std::move(probe),
            .status = {}};
}

TEST(Observe, EndsWellWhenTheScenarioDoes)
{
    const Execution run = observed({.end = Outcome::End::exited,
                                    .code = 0,
                                    .out = "bonjour\n",
                                    .err = "note\n",
                                    .probe = "v\tn\ti7\ne\n",
                                    .status = {}});
    EXPECT_EQ(run.ending(), Ending::well);
    EXPECT_THAT(plain(run.explanation()), IsEmpty());
    EXPECT_EQ(run.out(), "bonjour\n");
    EXPECT_EQ(run.err(), "note\n");
    EXPECT_EQ(run.replay(), "./atelier run 01a -- x");
    EXPECT_EQ(run.returned("n").only(), Value(7));
    EXPECT_TRUE(run.returned("m").empty());
}

TEST(Observe, EndsWellWhateverWordsItPrints)
{
    for (const char* words : {"AddressSanitizer", "reponse.cpp:1:1: runtime error: division by zero", "out of memory",
                              "std::bad_alloc", "terminate called", "detected memory leaks"}) {
        EXPECT_EQ(observed(exited(0, reached_end, words)).ending(), Ending::well) << words;
    }
}

TEST(Observe, IsStoppedEarlyWhenTheProbeDidNotReachTheEnd)
{
    const Execution run = observed(exited(0));
    EXPECT_EQ(run.ending(), Ending::stopped_early);
    EXPECT_THAT(plain(run.explanation()), AllOf(HasSubstr("code 0"), HasSubstr("exit, _exit ou quick_exit")));
    EXPECT_EQ(observed(exited(3)).ending(), Ending::stopped_early);
    EXPECT_EQ(observed(exited(3, reached_end)).ending(), Ending::stopped_early);
}

TEST(Observe, DoesNotBlameTheStudentForAnUnknownScenario)
{
    const Execution run = observed(exited(64, {}, "Les scénarios de cet exercice :\n  ouvrir BASE\n"));
    EXPECT_EQ(run.ending(), Ending::stopped_early);
    EXPECT_THAT(plain(run.explanation()), AllOf(HasSubstr("scénario"), HasSubstr("  ouvrir BASE")));
    // The program may have written that itself: no line of it passes for one of ours.
    EXPECT_THAT(observed(exited(64, {}, "✓ réussie\n::error::a\n")).explanation(),
                EndsWith("\n  | ✓ réussie\n  | ::error::a"));
}

TEST(Observe, TellsTheExceptionThatLeftTheFunction)
{
    const Execution run = observed(exited(
        1, "x\tinserer\tSQLite::Exception\tUNIQUE%20constraint%20failed:%20t.nom%1B\t19\t2067\n", "exception : …\n"));
    EXPECT_EQ(run.ending(), Ending::exception);
    EXPECT_THAT(
        plain(run.explanation()),
        AllOf(
            HasSubstr(" : SQLite::Exception « UNIQUE constraint failed: t.nom␛ » (code SQLite 19, étendu 2067).\nUne "),
            EndsWith("(leçon 7, « Cinq règles et leurs codes »).")));
}

TEST(Observe, TellsTheCodeOnceWhenItIsNotExtended)
{
    EXPECT_THAT(plain(observed(exited(1, "x\ta\tSQLite::Exception\tno\t1\t1\n")).explanation()),
                HasSubstr("(code SQLite 1)."));
    EXPECT_THAT(plain(observed(exited(1, "x\ta\tstd::runtime_error\tno\t0\t0\n")).explanation()),
                Not(HasSubstr("code")));
}

TEST(Observe, FindsAnExceptionByItsName)
{
    const Execution run = observed(exited(0, "x\ta\tA\tun\t1\t1\nx\tb\tB\tdeux\t2\t2\ne\n"));
    EXPECT_EQ(run.ending(), Ending::well);
    ASSERT_TRUE(run.exception("b"));
    EXPECT_EQ(run.exception("b")->what, "deux");
    EXPECT_FALSE(run.exception("c"));
}

TEST(Observe, StaysShortHoweverMuchIsSaid)
{
    const std::string long_text(100'000, 'x');
    for (const Outcome& outcome :
         {exited(1, "x\ta\t" + long_text + "\t" + long_text + "\t1\t1\n"), exited(64, {}, long_text),
          signaled(SIGABRT,
                   "terminate called after throwing an instance of '" + long_text + "'\n  what():  " + long_text)}) {
        EXPECT_LT(observed(outcome).explanation().size(), 5'000U);
    }
}

TEST(Observe, NamesSignals)
{
    EXPECT_EQ(observed(signaled(SIGSEGV)).ending(), Ending::crashed);
    EXPECT_THAT(plain(observed(signaled(SIGSEGV)).explanation()), HasSubstr("SIGSEGV"));
    EXPECT_THAT(plain(observed(signaled(SIGFPE)).explanation()), HasSubstr("division entière par zéro"));
    EXPECT_THAT(plain(observed(signaled(SIGUSR1)).explanation()), HasSubstr("signal " + std::to_string(SIGUSR1)));
}

TEST(Observe, ExplainsAnAbort)
{
    EXPECT_THAT(
        plain(observed(
                  signaled(SIGABRT,
                           "terminate called after throwing an instance of 'std::logic_error'\n  what():  rat\x1bé\n"))
                  .explanation()),
        AllOf(HasSubstr("SIGABRT"), HasSubstr("std::logic_error"), HasSubstr("« rat␛é »")));
    EXPECT_THAT(plain(observed(signaled(SIGABRT, "terminate called without an active exception\n")).explanation()),
                HasSubstr("std::thread"));
    EXPECT_THAT(
        plain(observed(signaled(SIGABRT, "terminate called after throwing an instance of 'int'\n")).explanation()),
        HasSubstr(": int."));
    EXPECT_THAT(
        plain(observed(
                  signaled(
                      SIGABRT,
                      "Database.cpp:49: Assertion failed (SQLITE_OK == ret) in ~Database(): \"database is locked\"\n"))
                  .explanation()),
        HasSubstr("Si une SQLite::Statement vit encore"));
    EXPECT_THAT(plain(observed(signaled(SIGABRT, "programme: x.cpp:3: Assertion `a == b' failed.\n")).explanation()),
                HasSubstr("  | programme: x.cpp:3: Assertion `a == b' failed."));
    EXPECT_THAT(plain(observed(signaled(SIGABRT, "terminate called\n  what():")).explanation()), HasSubstr("SIGABRT"));
}

TEST(Observe, IsOutOfTimeByTheClockOrTheProcessor)
{
    Outcome waiting = exited(0);
    waiting.end = Outcome::End::out_of_wall_time;
    for (const Outcome& outcome : {waiting, signaled(SIGXCPU), signaled(SIGKILL)}) {
        EXPECT_EQ(observed(outcome).ending(), Ending::out_of_time);
        EXPECT_THAT(plain(observed(outcome).explanation()), HasSubstr("limite : 2 s de calcul, 5 s en tout"));
        EXPECT_EQ(observed(outcome).stopped_by_clock(), outcome.end == Outcome::End::out_of_wall_time);
    }
}

TEST(Observe, ShowsTheBeginningOfAnEndlessOutput)
{
    Outcome outcome{.end = Outcome::End::too_much_output,
                    .code = 0,
                    .out = "encore\nencore\n",
                    .err = {},
                    .probe = {},
                    .status = {}};
    EXPECT_EQ(observed(outcome).ending(), Ending::too_much_output);
    EXPECT_THAT(plain(observed(outcome).explanation()), AllOf(HasSubstr("64 Kio"), HasSubstr("« encore␊encore␊ »")));
    EXPECT_EQ(observed(signaled(SIGXFSZ)).ending(), Ending::too_much_output);
    EXPECT_THAT(plain(observed(signaled(SIGXFSZ)).explanation()), HasSubstr("64 Mio"));
}

TEST(Observe, TellsEndlessValuesFromEndlessText)
{
    Outcome outcome;
    outcome.end = Outcome::End::too_much_output;
    outcome.out = "un mot";
    outcome.probe = std::string(Limits{}.probe_bytes, 'v');
    EXPECT_THAT(plain(observed(outcome).explanation()), HasSubstr("rend des valeurs sans fin"));
}

TEST(Observe, TellsEndlessStatementsFromAnEndlessComputation)
{
    Outcome outcome = signaled(SIGXCPU, "");
    EXPECT_THAT(plain(observed(outcome).explanation()), HasSubstr("ne s'est pas arrêté à temps"));
    outcome.probe = "s\t1\tSELECT%201\tSELECT%201\nt\n";
    EXPECT_THAT(plain(observed(outcome).explanation()), HasSubstr("exécute des requêtes sans fin"));
}

TEST(Observe, IsOutOfMemoryHoweverItSaysSo)
{
    EXPECT_EQ(observed(exited(66, {}, "==1==ERROR: AddressSanitizer: out-of-memory: allocator is trying to allocate\n"))
                  .ending(),
              Ending::out_of_memory);
    EXPECT_EQ(
        observed(exited(66, {}, "==1==ERROR: AddressSanitizer: requested allocation size 0xfff exceeds maximum\n"))
            .ending(),
        Ending::out_of_memory);
    EXPECT_EQ(observed(signaled(SIGABRT, "terminate called after throwing an instance of 'std::bad_alloc'\n")).ending(),
              Ending::out_of_memory);
    EXPECT_THAT(plain(observed(exited(66, {}, "out-of-memory")).explanation()), HasSubstr("512 Mio"));
}

TEST(Observe, TellsASanitizersFindingWithItsLine)
{
    const Execution run = observed(exited(
        66, reached_end,
        "==1==ERROR: AddressSanitizer: heap-use-after-free on address\n    #0 0x1  (/programme/programme+0xe38f6)\n"));
    EXPECT_EQ(run.ending(), Ending::sanitizer);
    EXPECT_THAT(plain(run.explanation()),
                AllOf(HasSubstr("déjà libérée"), HasSubstr("C'est à la ligne 12 de reponse.cpp.")));
    const Execution leaking = observed(exited(67, reached_end, "==1==ERROR: LeakSanitizer: detected memory leaks\n"));
    EXPECT_EQ(leaking.ending(), Ending::leak);
}

TEST(Observe, TellsWhereATextWasBoundWithoutACopy)
{
    const std::string report =
        "==1==ERROR: AddressSanitizer: heap-use-after-free on address 0x1008 at pc 0x1\n    #0 0x1  (/usr/lib/libsqlite3.so.0+0x1)\n";
    EXPECT_THAT(plain(observed(exited(66, "a\t4096\t8\t16\na\t4096\t9\t16\n", report)).explanation()),
                AllOf(HasSubstr("déjà libérée"), HasSubstr("SQLITE_STATIC à la ligne 12 de reponse.cpp")));
    EXPECT_THAT(plain(observed(exited(66, "a\t4096\t8\t16\n", report)).explanation()), Not(HasSubstr("SQLITE_STATIC")));
    EXPECT_THAT(plain(observed(exited(66, "a\t4105\t8\t16\n", report)).explanation()), Not(HasSubstr("SQLITE_STATIC")));
}

TEST(Observe, PrefersTheExceptionToTheLeakItLeft)
{
    EXPECT_EQ(observed(exited(67, "x\ta\tstd::runtime_error\tno\t0\t0\n",
                              "==1==ERROR: LeakSanitizer: detected memory leaks\n"))
                  .ending(),
              Ending::exception);
}

TEST(Observe, GivesUpWithASentence)
{
    const Execution run = Observer::given_up("./atelier run 01a -- x");
    EXPECT_EQ(run.ending(), Ending::not_started);
    EXPECT_THAT(plain(run.explanation()), HasSubstr("deux fois le temps permis"));
    EXPECT_EQ(run.replay(), "./atelier run 01a -- x");
    EXPECT_TRUE(run.returned("x").empty());
}

TEST(Observe, IsPrintedAsItsReplay)
{
    std::ostringstream out;
    PrintTo(observed(exited(0)), &out);
    EXPECT_EQ(out.str(), "./atelier run 01a -- x");
}

TEST(Trace, CountsStatementsByTheirFirstWord)
{
    Trace trace;
    trace.statements = {
        {1, "  insert INTO t", ""}, {1, "\n\tINSERT", ""}, {1, "SELECT 'INSERT'", ""}, {1, "INS", ""}, {1, "", ""}};
    trace.prepared = {"SELECT 1", " select 2"};
    EXPECT_EQ(trace.count("INSERT"), 2U);
    EXPECT_EQ(trace.count("insert"), 2U);
    EXPECT_EQ(trace.count("SELECT"), 1U);
    EXPECT_EQ(trace.count_prepared("SELECT"), 2U);
    EXPECT_EQ(trace.count_prepared("DELETE"), 0U);
}

}  // namespace
}  // namespace atelier::check
