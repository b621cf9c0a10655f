// SPDX-License-Identifier: MIT
// An exercise, its verdicts, and what `watch` makes of them, for the tests of its state and of its screen.
#pragma once

#include "watch/state.hpp"

namespace atelier::watch::test {

inline Exercise sample_exercise()
{
    Exercise made;
    made.id = "03a-inserer";
    made.title = "Insérer une ligne";
    made.answer = "reponse.cpp";
    made.checks = {{.name = "Insere", .points = 3, .title = "La ligne est dans la table", .task = 1, .hint = 1},
                   {.name = "Lie", .points = 2, .title = "Les valeurs sont liées", .task = 2, .hint = 2}};
    return made;
}

inline State sample_state()
{
    State state;
    state.exercise = sample_exercise();
    state.statement =
        "# Insérer une ligne\n\n## Tâche 1 : insérer Alice\n\nChaque appel ajoute une ligne.\n\n"
        "## Tâche 2 : lier les valeurs\n\nLe texte SQL est le même pour tous.\n\n## Pour essayer\n\nrun\n";
    state.answer = "travail/03a-inserer/reponse.cpp";
    state.commands = {"hint", "lesson", "list", "run", "trace", "solution", "reset"};
    state.passed = 4;
    state.total = 42;
    return state;
}

inline Judged lost_event()
{
    Verdict verdict =
        graded(sample_exercise(), {{.name = "Insere", .passed = true, .message = {}, .replay = {}, .runs = {}},
                                   {.name = "Lie",
                                    .passed = false,
                                    .message = "     attendu  │ obtenu\n  ≠  30       │ '30'",
                                    .replay = "./atelier run 03a -- inserer base.db",
                                    .runs = {}}});
    return {.verdict = verdict, .warning = {}, .passed = 4, .has_passed = false};
}

inline Judged perfect_event()
{
    Verdict verdict =
        graded(sample_exercise(), {{.name = "Insere", .passed = true, .message = {}, .replay = {}, .runs = {}},
                                   {.name = "Lie", .passed = true, .message = {}, .replay = {}, .runs = {}}});
    return {.verdict = verdict, .warning = {}, .passed = 5, .has_passed = true};
}

/// The state once a verdict with one lost check has come.
inline State judged_state()
{
    State state = sample_state();
    (void)update(state, lost_event());
    return state;
}

}  // namespace atelier::watch::test
