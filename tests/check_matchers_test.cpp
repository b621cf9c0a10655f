// SPDX-License-Identifier: MIT
#include "check/matchers.hpp"

#include <gmock/gmock.h>

#include "check/failure_text.hpp"
#include "check/observe.hpp"
#include "french.hpp"

namespace atelier::check {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// What `matcher` says of `value` to the student; empty when it matches.
template <class Matcher, class T>
std::string said(const Matcher& matcher, const T& value)
{
    ::testing::StringMatchResultListener listener;
    const bool matches = ::testing::ExplainMatchResult(matcher, value, &listener);
    const std::string text = listener.str();
    EXPECT_EQ(matches, text.empty());
    EXPECT_EQ(matches, ::testing::Value(value, matcher));
    EXPECT_TRUE(matches || (text.substr(0, 1) == begin_french && text.substr(text.size() - 1) == end_french)) << text;
    return test::plain(matches ? "" : failure_text(text));
}

Execution run_with(const std::string& probe, int code = 0, const std::string& out = {})
{
    const Observer observer("reponse.cpp", [](const std::vector<std::string>&) { return std::vector<std::string>(); });
    return observer.observe(
        {.end = Outcome::End::exited, .code = code, .out = out, .err = {}, .probe = probe, .status = {}}, Limits{},
        "./atelier run 01a -- x");
}

Table table(std::vector<Row> rows) { return {{}, std::move(rows), {}}; }

TEST(Matchers, EndsWellSaysHowItEnded)
{
    EXPECT_EQ(said(EndsWell(), run_with("e\n")), "");
    EXPECT_THAT(said(EndsWell(), run_with("", 3)), HasSubstr("code 3"));
}

TEST(Matchers, ThrowsAcceptsItsCodePrimaryOrExtended)
{
    const Execution run = run_with("x\tinserer\tSQLite::Exception\tUNIQUE\t19\t2067\ne\n");
    EXPECT_EQ(said(Throws("inserer"), run), "");
    EXPECT_EQ(said(Throws("inserer", 19), run), "");
    EXPECT_EQ(said(Throws("inserer", 2067), run), "");
    EXPECT_EQ(
        said(Throws("inserer", 14), run),
        "Une exception de code SQLite 14 était attendue ; c'est celle-ci qui est sortie : SQLite::Exception « UNIQUE » (code 19, étendu 2067).\n"
        "Une autre ligne a déjà cette valeur, qu'une règle UNIQUE veut seule dans sa colonne ou son groupe de colonnes (leçon 7, « Cinq règles et leurs codes »).");
    EXPECT_EQ(said(Throws("lire"), run), "Une exception était attendue ; aucune n'est sortie.");
    EXPECT_EQ(said(Throws("lire", 14), run), "Une exception de code SQLite 14 était attendue ; aucune n'est sortie.");
}

TEST(Matchers, DoesNotThrowSaysWhatCameOut)
{
    const Execution run = run_with("x\tlire\tstd::runtime_error\t\x1b[31mnon\t0\t0\ne\n");
    EXPECT_EQ(said(DoesNotThrow("inserer"), run), "");
    EXPECT_THAT(said(DoesNotThrow("lire"), run),
                AllOf(HasSubstr("std::runtime_error « ␛[31mnon »"), Not(HasSubstr("\x1b"))));
}

TEST(Matchers, RowsMatchInOrderOrNot)
{
    EXPECT_EQ(said(AreRows({{1}, {2}}), table({{2}, {1}})), "");
    EXPECT_EQ(said(AreRowsInOrder({{1}, {2}}), table({{1}, {2}})), "");
    EXPECT_EQ(said(AreRowsInOrder({{1}, {2}}), table({{2}, {1}})),
              "   attendu  │ obtenu\n≠  1        │ 2\n≠  2        │ 1");
    EXPECT_EQ(said(SameRowsAs(table({{1}, {2}})), table({{2}, {1}})), "");
}

TEST(Matchers, SameRowsAsNothingReadableMatchesNothing)
{
    const Table unreadable{{}, {}, "La base a.db ne peut pas être lue."};
    EXPECT_EQ(said(SameRowsAs(unreadable), table({})), "La base a.db ne peut pas être lue.");
    EXPECT_EQ(said(AreRows({}), unreadable), "La base a.db ne peut pas être lue.");
}

TEST(Matchers, IsValueWantsOneRowOfOneColumn)
{
    EXPECT_EQ(said(IsValue(3), table({{3}})), "");
    EXPECT_EQ(said(IsValue(nullptr), table({{nullptr}})), "");
    EXPECT_NE(said(IsValue(3), table({{3}, {3}})), "");
    EXPECT_NE(said(IsValue(3), table({{3, 3}})), "");
    EXPECT_NE(said(IsValue(nullptr), table({})), "");
}

TEST(Matchers, IsEqualToShowsPlainValuesWithTheirTypes)
{
    EXPECT_EQ(said(IsEqualTo(3), Value(3)), "");
    EXPECT_EQ(said(IsEqualTo("3"), Value(3)), "   attendu  │ obtenu\n≠  '3'      │ 3");
    EXPECT_EQ(said(IsEqualTo(nullptr), Value("")), "   attendu  │ obtenu\n≠  NULL     │ ''");
}

TEST(Matchers, IsEqualToTakesWhateverMakesAValue)
{
    const Execution run = run_with("c\t1\np\t1\t0\tSELECT%201\ne\n", 0, "bonjour\n");
    EXPECT_THAT(run.trace().commits, IsEqualTo(1));
    EXPECT_THAT(run.trace().count_prepared("SELECT"), IsEqualTo(1));
    EXPECT_THAT(run.out(), IsEqualTo("bonjour\n"));
    EXPECT_THAT(true, IsEqualTo(1));
    EXPECT_THAT(0.5, IsEqualTo(0.5));
    EXPECT_EQ(said(IsEqualTo(2), run.trace().commits), "   attendu  │ obtenu\n≠  2        │ 1");
}

TEST(Matchers, PrintsComparesLineByLine)
{
    EXPECT_EQ(said(Prints("bonjour\n"), run_with("e\n", 0, "bonjour\n")), "");
    EXPECT_EQ(said(Prints("bonjour\n"), run_with("e\n", 0, "Bonjour ")),
              "   attendu  │ obtenu\n≠  bonjour  │ Bonjour· (sans fin de ligne)");
}

TEST(Matchers, UsesBoundParametersShowsTheSqlThatHoldsAValue)
{
    Trace trace;
    trace.prepared = {"SELECT * FROM t WHERE nom = ?", "INSERT INTO t VALUES ('L''Haÿ')"};
    EXPECT_EQ(said(UsesBoundParameters({"Alice", ""}), trace), "");
    EXPECT_EQ(
        said(UsesBoundParameters({"Alice", "L''Haÿ"}), trace),
        "La valeur 'L''Haÿ' est écrite dans le texte SQL :\n  INSERT INTO t VALUES ('L''Haÿ')\nLiez-la à un marqueur « ? » : une valeur n'entre jamais dans le texte d'une requête.");
    trace = {};
    trace.statements = {{1, "DELETE FROM t WHERE nom = 'Alice'", ""}};
    EXPECT_THAT(said(UsesBoundParameters({"Alice"}), trace), HasSubstr("DELETE FROM t"));
}

TEST(Matchers, UsesBoundParametersCutsALongText)
{
    Trace trace;
    trace.prepared = {"INSERT INTO t VALUES ('Alice" + std::string(5000, 'x') + "')"};
    EXPECT_LT(said(UsesBoundParameters({"Alice"}), trace).size(), 700U);
}

TEST(Matchers, UsesBoundParametersShowsAllTheLinesOfASmallText)
{
    Trace trace;
    trace.prepared = {"INSERT INTO t\n  VALUES ('Alice')"};
    EXPECT_THAT(said(UsesBoundParameters({"Alice"}), trace),
                HasSubstr(" :\n  INSERT INTO t\n    VALUES ('Alice')\nLiez-la"));
}

TEST(Matchers, PreparesCountsStatements)
{
    Trace trace;
    trace.prepared = {"INSERT INTO t VALUES (?)", "insert into t values (?)"};
    EXPECT_EQ(said(Prepares("INSERT", 2), trace), "");
    EXPECT_EQ(said(Prepares("INSERT", 1), trace),
              "Nombre attendu de requêtes INSERT préparées : 1 ; nombre obtenu : 2.");
}

}  // namespace
}  // namespace atelier::check
