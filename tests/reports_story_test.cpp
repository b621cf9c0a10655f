// SPDX-License-Identifier: MIT
#include "reports/story.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "check/probe_stream.hpp"
#include "french.hpp"
#include "show.hpp"
#include "utf8.hpp"

namespace atelier {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// The story of a stream that is written with spaces for %20 and « | » for tabs.
Story story(const std::string& stream)
{
    std::string escaped;
    for (const char c : stream) {
        escaped += c == '|' ? "\t" : c == ' ' ? "%20" : std::string(1, c);
    }
    return story_of(check::read_probe_stream(escaped).trace);
}

std::string drawn(const Story& story, bool plain = false, int width = 72)
{
    return test::plain(story_for_terminal(told_once(story), {.width = width, .plain = plain, .times = true}));
}

/// A transaction of three statements, a refusal, a statement and a connection that are left.
Story example()
{
    std::string stream = "d|1|/travail/base.db\ns|1|BEGIN|BEGIN\nq|1|0|0|0|100\n"
                         "p|1|0|INSERT INTO utilisateurs (nom, age) VALUES (?, ?)|1000|\n";
    for (int i = 2; i <= 501; ++i) {
        stream += fmt::format("s|1|INSERT INTO utilisateurs (nom, age) VALUES (?, ?)|"
                              "INSERT INTO utilisateurs (nom, age) VALUES ('A{0}', {0})\nq|{0}|0|1|0|16\n",
                              i);
    }
    return story(stream + "s|1|COMMIT|COMMIT\nc|1\nq|502|0|0|1|900\n"
                          "d|2|/travail/base.db\n"
                          "s|2|UPDATE utilisateurs SET age = NULL|UPDATE utilisateurs SET age = NULL\nq|503|0|0|1|0\n"
                          "k|503|2|1299|NOT NULL constraint failed: utilisateurs.age\n"
                          "p|2|1|SELET 1|0|near \"SELET\": syntax error\n"
                          "s|2|SELECT nom FROM utilisateurs|SELECT nom FROM utilisateurs\n"
                          "o|2|SELECT nom FROM utilisateurs\nf|2|1|1\nl|1\n");
}

TEST(StoryReport, DrawsTheTransactionInTheMargin)
{
    EXPECT_EQ(drawn(example()), R"(       Connexion 1 ouverte : base.db
  1  ╭ BEGIN                                                         1 %
  2  │ INSERT INTO utilisateurs (nom, age) VALUES (?, ?) × 500      90 %
     │   valeurs, la première fois : 'A2', 2
     │   la dernière fois : 'A501', 501
     │   500 lignes insérées ; préparée une seule fois
502  ╰ COMMIT                                                        9 %
         transaction validée
       Connexion 2 ouverte : base.db
503    UPDATE utilisateurs SET age = NULL                          < 1 %
         refusée par SQLite : NOT NULL constraint failed:
         utilisateurs.age (code 1299)
       SELET 1
         refusée par SQLite : near "SELET": syntax error (code 1)
504    SELECT nom FROM utilisateurs                                < 1 %
         restée en cours : ni lue jusqu'à la dernière ligne, ni
         remise à zéro (reset)
       Connexion 2 fermée
         requête qui n'a pas été libérée (finalize) : SELECT nom
         FROM utilisateurs
       Connexion 1 restée ouverte à la fin

En tout : 504 exécutions ; 2 préparations ; 1 validation ; 0 annulation.
1 connexion est restée ouverte.
Les pourcentages sont des parts du temps passé dans SQLite ; ils varient
d'une fois à l'autre.
)");
}

TEST(StoryReport, TellsTheTransactionInWordsWhenPlain)
{
    const std::string text = drawn(example(), true);
    EXPECT_THAT(text, HasSubstr("1  BEGIN"));
    EXPECT_THAT(text, HasSubstr("début d'une transaction\n"));
    EXPECT_THAT(text, HasSubstr("dans la transaction\n"));
    EXPECT_THAT(text, HasSubstr("transaction validée\n"));
    for (const char* mark : {"│", "╭", "╰"}) {
        EXPECT_THAT(text, Not(HasSubstr(mark)));
    }
}

TEST(StoryReport, GivesEachOpenTransactionItsLane)
{
    const Story two = story("s|1|BEGIN|BEGIN\nq|1|0|0|0|0\ns|2|BEGIN|BEGIN\nq|2|0|0|0|0\n"
                            "s|1|ROLLBACK|ROLLBACK\nr|1\nq|3|0|0|1|0\nf|2|0|0\n");
    EXPECT_THAT(
        drawn(two),
        HasSubstr("1  ╭   BEGIN\n2  │ ╭ BEGIN\n3  ╰ │ ROLLBACK\n     │   transaction annulée : rien n'en reste\n"
                  "     ╰ Connexion 2 fermée\n"))
        << drawn(two);
}

TEST(StoryReport, ShowsThatEachInsertionIsValidatedByItself)
{
    std::string stream;
    for (int i = 1; i <= 500; ++i) {
        stream += fmt::format(
            "p|1|0|INSERT INTO t VALUES ({0})|0|\ns|1|INSERT INTO t VALUES ({0})|INSERT INTO t VALUES ({0})\nc|1\nq|{0}|0|1|1|0\n",
            i);
    }
    EXPECT_EQ(drawn(story(stream), false, 80), R"(  1  INSERT INTO t VALUES (1) × 500
       le texte SQL change à chaque fois : les valeurs y sont écrites, au
       lieu d'être liées
       500 lignes insérées ; préparée 500 fois, une par exécution ; 500
       validations, une par exécution : aucune transaction

En tout : 500 exécutions ; 500 préparations ; 500 validations ; 0 annulation.
)");
}

TEST(StoryReport, NamesTheConnectionWhereItIsAnother)
{
    const std::string text = drawn(story("d|1|a.db\nd|2|a.db\ns|1|SELECT 1|SELECT 1\nq|1|1|0|1|0\n"
                                         "s|1|SELECT a|SELECT a\nq|2|1|0|1|0\ns|2|SELECT b|SELECT b\nq|3|1|0|1|0\n"
                                         "f|2|0|1\ns|1|SELECT c|SELECT c\nq|4|1|0|1|0\nf|1|0|1\n"));
    EXPECT_THAT(text, HasSubstr("1  [connexion 1] SELECT 1\n"));
    EXPECT_THAT(text, HasSubstr("2  SELECT a\n"));
    EXPECT_THAT(text, HasSubstr("3  [connexion 2] SELECT b\n"));
    EXPECT_THAT(text, HasSubstr("4  [connexion 1] SELECT c\n"));
}

TEST(StoryReport, NamesEachConnectionOfWhatComesRound)
{
    std::string stream = "d|2|a.db\nd|1|a.db\n";
    for (int i = 0; i < 4; ++i) {
        stream += fmt::format("s|1|SELECT a|SELECT a\nq|{}|1|0|1|0\ns|2|SELECT b|SELECT b\nq|{}|1|0|1|0\n", 2 * i + 1,
                              2 * i + 2);
    }
    const std::string text = drawn(story(stream));
    EXPECT_THAT(text, HasSubstr("Les 2 lignes qui suivent, 4 fois de suite :\n1  [connexion 1] SELECT a\n"));
    EXPECT_THAT(text, HasSubstr("2  [connexion 2] SELECT b\n"));
}

TEST(StoryReport, DoesNotTakeAnUpdatedRowForAnInsertedOne)
{
    EXPECT_THAT(drawn(story("s|1|insert into t values (1) on conflict do update set n = 2|x\nq|1|0|1|1|0\n")),
                HasSubstr("1 ligne insérée ou modifiée"));
    EXPECT_THAT(drawn(story("s|1|INSERT INTO t VALUES (1) ON CONFLICT DO UPDATE SET n = 1 WHERE 0|x\nq|1|0|0|1|0\n")),
                HasSubstr("aucune ligne insérée ni modifiée"));
    EXPECT_THAT(drawn(story("s|1|INSERT INTO t VALUES (' DO UPDATE ')|x\nq|1|0|1|1|0\n")),
                HasSubstr("1 ligne insérée\n"));
}

TEST(StoryReport, SaysThatNothingWasExecuted)
{
    EXPECT_EQ(drawn(story("d|1|base.db\nf|1|0|1\n")),
              "   Connexion 1 ouverte : base.db\n   Connexion 1 fermée\n\nAucune requête n'a été exécutée.\n");
}

TEST(StoryReport, CountsWhatItDoesNotShow)
{
    std::string stream;
    for (int i = 1; i <= 300; ++i) {
        stream += fmt::format("s|1|SELECT a{0} FROM t{0}|SELECT a{0} FROM t{0}\nq|{0}|1|0|1|0\n", i);
    }
    const std::string text = drawn(story(stream));
    EXPECT_THAT(text, HasSubstr("… (260 lignes du récit"));
    EXPECT_LT(lines_of(text).size(), 100U);
}

TEST(StoryReport, ObeysNothingInWhatTheProgramTells)
{
    const Story hostile = story(
        "d|1|/x/%1B[2J\ns|1|SELECT '%1B]0;x%07'|SELECT '%1B]0;x%07'\nk|1|1|1|%1B[31m\nj|21|%0Aatelier\nf|1|0|0\n");
    for (const std::string& text : {drawn(hostile), drawn(hostile, true), drawn(hostile, false, 20)}) {
        EXPECT_THAT(text, Not(HasSubstr("\x1B")));
        EXPECT_THAT(text, Not(HasSubstr("\natelier")));
    }
}

TEST(StoryReport, SaysThatNothingWasSeen)
{
    EXPECT_EQ(drawn(story("e\n")), "SQLite n'a rien vu : le programme n'a ouvert aucune base.\n");
}

TEST(StoryReport, GivesTheSameJsonWhateverTheTime)
{
    const nlohmann::ordered_json fast = to_json(story("d|1|/a/b.db\ns|1|SELECT ?|SELECT 'x'\nq|1|3|0|1|5\n"), false);
    const nlohmann::ordered_json slow = to_json(story("d|1|/c/b.db\ns|1|SELECT ?|SELECT 'x'\nq|1|3|0|1|99\n"), false);
    EXPECT_EQ(fast.dump(), slow.dump());
    EXPECT_EQ(
        fast["events"][1].dump(),
        R"({"kind":"ran","connection":1,"sql":"SELECT ?","values":["'x'"],"transaction":"outside","prepared":0,"rows":3,"changes":0,"commits":0,"rollbacks":0,"finished":true})");
    EXPECT_EQ(to_json(story("s|1|X|X\nq|1|3|0|1|5\n"), true)["nanoseconds"], 5);
}

TEST(StoryReport, BlamesNobodyForARemark)
{
    EXPECT_THAT(drawn(story("j|21|bad parameter\n")),
                HasSubstr("SQLite signale un mauvais usage : bad parameter (code 21)"));
    EXPECT_THAT(drawn(story("j|28|multiple links to file\n")),
                HasSubstr("SQLite fait une remarque : multiple links to file (code 28)"));
}

}  // namespace
}  // namespace atelier
