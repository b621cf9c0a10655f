// SPDX-License-Identifier: MIT
#include "reports/terminal.hpp"

#include <gmock/gmock.h>

#include "french.hpp"

namespace atelier {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

Exercise exercise()
{
    Exercise made;
    made.id = "03a-inserer";
    made.title = "Insérer une ligne";
    made.answer = "reponse.cpp";
    made.checks = {{.name = "Insere", .points = 3, .title = "La ligne est dans la table", .task = 1, .hint = 2},
                   {.name = "Lie", .points = 2, .title = "Les valeurs sont liées", .task = 2, .hint = 0}};
    return made;
}

/// A verdict in which both checks are lost.
Verdict lost()
{
    Verdict verdict = graded(
        exercise(),
        {{.name = "Insere",
          .passed = false,
          .message = "   attendu  │ obtenu\n≠  30       │ '30'",
          .replay = "./atelier run 03a -- inserer base.db",
          .runs = {}},
         {.name = "Lie", .passed = false, .message = "Liez-la.", .replay = {}, .stopped_by_clock = false, .runs = {}}});
    verdict.tier = Tier::namespaces;
    return verdict;
}

std::string report(const Verdict& verdict,
                   const TerminalReport& options = {.colour = false, .answer = "travail/03a-inserer/reponse.cpp"})
{
    return test::plain(report_for_terminal(verdict, exercise(), options));
}

TEST(TerminalReport, ShowsEachLostCheckInFull)
{
    EXPECT_EQ(report(lost()), R"(03a-inserer · Insérer une ligne : 0 / 5 points (bac à sable : namespaces)
  ✗ perdue   La ligne est dans la table (0/3)
  ✗ perdue   Les valeurs sont liées (0/2)

✗ La ligne est dans la table (tâche 1)
     attendu  │ obtenu
  ≠  30       │ '30'
  Rejouer : ./atelier run 03a -- inserer base.db
  Indice : ./atelier hint 03a 2

✗ Les valeurs sont liées (tâche 2)
  Liez-la.

À corriger dans travail/03a-inserer/reponse.cpp, puis : ./atelier check 03a
)");
}

TEST(TerminalReport, KeepsThePointsEarnedBesideThoseLost)
{
    Verdict verdict = lost();
    verdict.checks[0].status = CheckStatus::passed;
    EXPECT_EQ(report(verdict), R"(03a-inserer · Insérer une ligne : 3 / 5 points (bac à sable : namespaces)
  ✓ réussie  La ligne est dans la table (3/3)
  ✗ perdue   Les valeurs sont liées (0/2)

✗ Les valeurs sont liées (tâche 2)
  Liez-la.

À corriger dans travail/03a-inserer/reponse.cpp, puis : ./atelier check 03a
)");
}

TEST(TerminalReport, Congratulates)
{
    Verdict verdict = lost();
    for (CheckVerdict& check : verdict.checks) {
        check.status = CheckStatus::passed;
    }
    EXPECT_EQ(report(verdict), R"(03a-inserer · Insérer une ligne : 5 / 5 points (bac à sable : namespaces)
  ✓ réussie  La ligne est dans la table (3/3)
  ✓ réussie  Les valeurs sont liées (2/2)

Tout est juste. Bravo !
)");
}

TEST(TerminalReport, SaysWhyNothingWasGraded)
{
    EXPECT_EQ(report(not_graded(exercise(), VerdictOutcome::does_not_compile,
                                "reponse.cpp, ligne 7 : il manque un point-virgule.\n  | int x\n")),
              R"(03a-inserer · Insérer une ligne : 0 / 5 points (bac à sable : namespaces)

  reponse.cpp, ligne 7 : il manque un point-virgule.
    | int x

À corriger dans travail/03a-inserer/reponse.cpp, puis : ./atelier check 03a
)");
}

TEST(TerminalReport, LeavesTheAdviceOutWhenThereIsNoFileToCorrect)
{
    EXPECT_THAT(report(lost(), {.colour = false, .answer = {}}), Not(HasSubstr("À corriger")));
}

TEST(TerminalReport, WarnsThatThereWasNoSandbox)
{
    Verdict verdict = lost();
    verdict.tier = Tier::none;
    EXPECT_THAT(report(verdict), AllOf(HasSubstr("0 / 5 points (sans bac à sable)\n"), HasSubstr("Attention")));
    EXPECT_THAT(report(lost()), Not(HasSubstr("sans bac à sable")));
}

TEST(TerminalReport, SaysAsMuchWithoutColourAsWithIt)
{
    const std::string coloured = report(lost(), {.colour = true, .answer = "travail/03a-inserer/reponse.cpp"});
    EXPECT_THAT(coloured, HasSubstr("\033[31"));
    std::string words;
    for (std::size_t i = 0; i < coloured.size(); ++i) {
        if (coloured[i] == '\033') {
            i = coloured.find('m', i);
        } else {
            words += coloured[i];
        }
    }
    EXPECT_EQ(words, report(lost()));
    EXPECT_THAT(report(lost()), Not(HasSubstr("\033")));
}

TEST(TerminalReport, ObeysNothingThatAStudentWrote)
{
    Verdict verdict = lost();
    verdict.checks[0].message = "\x1b]0;titre\x07 et \xff";
    verdict.checks[0].replay = "./atelier run 03a -- \x1b[2J";
    EXPECT_THAT(report(verdict, {.colour = false, .answer = "a\x1b[31m.cpp"}),
                AllOf(Not(HasSubstr("\x1b")), Not(HasSubstr("\x07")), HasSubstr("␛]0;titre␇ et \uFFFD")));
    EXPECT_THAT(report(not_graded(exercise(), VerdictOutcome::does_not_compile, "erreur \x1b[31m")),
                Not(HasSubstr("\x1b")));
}

TEST(TerminalReport, TellsACheckThatSaidNothing)
{
    EXPECT_THAT(report(graded(exercise(), {})),
                AllOf(HasSubstr("0 / 5 points"), HasSubstr("Cette vérification n'a rendu aucun résultat.")));
}

}  // namespace
}  // namespace atelier
