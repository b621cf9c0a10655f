// SPDX-License-Identifier: MIT
#include "watch/screen.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "french.hpp"
#include "show.hpp"
#include "utf8.hpp"
#include "watch/lines.hpp"
#include "watch_sample.hpp"

namespace atelier::watch {
namespace {

using atelier::test::plain;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string shown(const State& state, const ScreenSize& size = {}) { return plain(screen(state, size, false).text); }

TEST(WatchScreen, ShowsTheTaskTheChecksTheFailureAndTheKeys)
{
    EXPECT_EQ(shown(test::judged_state()), R"(03a-inserer · Insérer une ligne · 4 exercices réussis sur 42
Vérifié : 3 points sur 5.

Tâche 2 : lier les valeurs
──────────────────────────

Le texte SQL est le même pour tous.

03a-inserer · Insérer une ligne : 3 / 5 points (bac à sable : namespaces)
  ✓ réussie  La ligne est dans la table (3/3)
  ✗ perdue   Les valeurs sont liées (0/2)

✗ Les valeurs sont liées (tâche 2)
       attendu  │ obtenu
    ≠  30       │ '30'
  Rejouer : ./atelier run 03a -- inserer base.db
  Indice : ./atelier hint 03a 2

À corriger dans travail/03a-inserer/reponse.cpp ; la vérification repart quand
vous enregistrez.


i indice  e énoncé  l leçon  a avancement  x exécuter  t trace  s suivant
r recommencer  q quitter)");
}

TEST(WatchScreen, SaysAtOnceThatItChecks)
{
    State state = test::judged_state();
    (void)update(state, Saved{});
    EXPECT_THAT(shown(state), HasSubstr("\nVérification… (ci-dessous, le résultat d'avant)\n"));
    EXPECT_THAT(shown(test::sample_state()), HasSubstr("\nVérification…\n"));
}

TEST(WatchScreen, SaysWhatToDoOncePassed)
{
    State state = test::sample_state();
    (void)update(state, test::perfect_event());
    EXPECT_THAT(shown(state), AllOf(HasSubstr("Exercice réussi. Tapez s quand vous voudrez passer au suivant."),
                                    HasSubstr("5 exercices réussis sur 42"), HasSubstr("c corrigé"),
                                    HasSubstr("Tout est juste. Bravo !"), Not(HasSubstr("Tâche"))));
}

TEST(WatchScreen, HasExactlyTheLinesOfTheTerminal)
{
    for (const std::size_t columns : {1U, 20U, 40U, 80U, 200U}) {
        for (const std::size_t rows : {6U, 10U, 24U, 60U}) {
            for (const bool colour : {false, true}) {
                State state = test::judged_state();
                state.view = View{.title = std::string(300, 'x'),
                                  .text = std::string(5000, 'y'),
                                  .complete = true,
                                  .markdown = false};
                for (const bool viewing : {true, false}) {
                    if (!viewing) {
                        state.view.reset();
                    }
                    const std::string text = screen(state, {.columns = columns, .rows = rows}, colour).text;
                    EXPECT_EQ(std::count(text.begin(), text.end(), '\n') + 1, static_cast<std::ptrdiff_t>(rows));
                }
            }
        }
    }
}

TEST(WatchScreen, SaysHowMuchThereIsBelow)
{
    State state = test::judged_state();
    const Frame frame = screen(state, {.columns = 80, .rows = 12}, false);
    EXPECT_THAT(plain(frame.text), HasSubstr("lignes : Espace ou ↓\ni indice"));
    state.scroll = frame.furthest;
    EXPECT_THAT(shown(state, {.columns = 80, .rows = 12}),
                AllOf(HasSubstr("vous enregistrez."), HasSubstr("… fin ; pour remonter : b ou ↑")));
}

TEST(WatchScreen, AsksBeforeAReset)
{
    State state = test::judged_state();
    (void)update(state, Pressed{'r'});
    EXPECT_THAT(shown(state), HasSubstr("Repartir du début ? Votre réponse restera à côté"));
}

TEST(WatchScreen, ShowsACommandInThePlaceOfTheVerdict)
{
    State state = test::judged_state();
    (void)update(state, Pressed{'a'});
    EXPECT_THAT(shown(state), AllOf(HasSubstr("Avancement (Échap pour revenir)"), HasSubstr("Un instant…")));
    (void)update(state, Shown{"  01a  réussi\n"});
    EXPECT_THAT(shown(state), AllOf(HasSubstr("\n  01a  réussi\n"), Not(HasSubstr("perdue"))));
    (void)update(state, Pressed{'e'});
    EXPECT_THAT(shown(state), HasSubstr("Chaque appel ajoute une ligne."));
}

TEST(WatchScreen, ColoursAddNothingToTheWords)
{
    const std::string coloured = screen(test::judged_state(), {}, true).text;
    EXPECT_THAT(coloured, HasSubstr("\033["));
    std::string bare;
    for (std::size_t i = 0; i < coloured.size(); ++i) {
        if (coloured[i] == '\033') {
            i = coloured.find('m', i);
        } else {
            bare += coloured[i];
        }
    }
    EXPECT_THAT(plain(bare),
                AllOf(HasSubstr("✓ réussie"), HasSubstr("✗ perdue"), HasSubstr("Vérifié : 3 points sur 5.")));
    EXPECT_THAT(screen(test::judged_state(), {}, false).text, Not(HasSubstr("\033")));
}

TEST(WatchScreen, ObeysNothingThatAStudentOrAProgramWrote)
{
    State state = test::judged_state();
    state.answer = "travail\033[2J/reponse.cpp";
    state.verdict->checks[1].message = "\033]0;titre\a\033[31m\r\x9b";
    state.trouble = "\033[2J";
    state.note = "\033[2J\r";
    for (const Phase phase : {Phase::judged, Phase::failed, Phase::missing, Phase::checking}) {
        state.phase = phase;
        EXPECT_THAT(shown(state), AllOf(Not(HasSubstr("\033")), Not(HasSubstr("\r")), Not(HasSubstr("\a"))));
        EXPECT_THAT(narrated(state, Judged{}, 80, true), AllOf(Not(HasSubstr("\033")), Not(HasSubstr("\r"))));
    }
}

TEST(WatchNarration, TellsEachVerdictInABlock)
{
    const State state = test::judged_state();
    EXPECT_EQ(plain(narrated(state, test::lost_event(), 80, true)), R"(
Tâche 2 : lier les valeurs
──────────────────────────

Le texte SQL est le même pour tous.

03a-inserer · Insérer une ligne : 3 / 5 points (bac à sable : namespaces)
  ✓ réussie  La ligne est dans la table (3/3)
  ✗ perdue   Les valeurs sont liées (0/2)

✗ Les valeurs sont liées (tâche 2)
       attendu  │ obtenu
    ≠  30       │ '30'
  Rejouer : ./atelier run 03a -- inserer base.db
  Indice : ./atelier hint 03a 2

À corriger dans travail/03a-inserer/reponse.cpp ; la vérification repart quand
vous enregistrez.
4 exercices réussis sur 42.
Touches : i indice  e énoncé  l leçon  a avancement  x exécuter  t trace
s suivant  r recommencer  q quitter

)");
    EXPECT_THAT(plain(narrated(state, test::lost_event(), 80, false)), Not(HasSubstr("Touches")));
    EXPECT_EQ(narrated(state, Saved{}, 80, false), "Vérification…\n");
}

TEST(WatchLines, AreCutAtBlanksBehindTheirMargin)
{
    EXPECT_THAT(folded("  un deux trois", 9), ElementsAre("  un deux", "  trois"));
    EXPECT_THAT(folded("abcdefgh", 3), ElementsAre("abc", "def", "gh"));
    EXPECT_THAT(folded("a\n\nb", 3), ElementsAre("a", "", "b"));
    EXPECT_THAT(folded("", 3), IsEmpty());
    EXPECT_THAT(folded("日本語", 4), ElementsAre("日本", "語"));
    EXPECT_THAT(folded("日本", 1), ElementsAre("日", "本")) << "wider than the screen: shown all the same";
}

TEST(WatchLines, KeepColoursAndLinksAcrossCuts)
{
    EXPECT_THAT(folded("\033[31mun deux\033[0m x", 4), ElementsAre("\033[31mun\033[0m", "\033[31mdeux\033[0m", "x"));
    EXPECT_THAT(folded("\033]8;;https://x\033\\un deux\033]8;;\033\\", 4),
                ElementsAre("\033]8;;https://x\033\\un\033]8;;\033\\", "\033]8;;https://x\033\\deux\033]8;;\033\\"));
}

TEST(WatchLines, MakeTheRestVisible)
{
    EXPECT_THAT(folded("\033[2Ja\tb\r", 80), ElementsAre("␛[2Ja    b␍"));
    EXPECT_THAT(folded("\033]0;x\a", 80), ElementsAre("␛]0;x␇"));
    EXPECT_THAT(folded("\033[31", 80), ElementsAre("␛[31"));
}

}  // namespace
}  // namespace atelier::watch
