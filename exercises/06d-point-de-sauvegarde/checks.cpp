// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <cstdint>
#include <string>
#include <vector>

using PointDeSauvegarde = atelier::check::Exercise;
using namespace atelier::check;

namespace {

/// The readers that the fixture did not have: they have one name.
constexpr const char* added = "SELECT nom FROM lecteurs WHERE nom NOT LIKE '% %'";

std::vector<Row> names(const std::vector<std::string>& list)
{
    std::vector<Row> rows;
    for (const std::string& name : list) {
        rows.push_back({name});
    }
    return rows;
}

/// The program's arguments for `words`, separated by spaces.
std::vector<Argument> play(const Database& base, const std::string& words)
{
    std::vector<Argument> arguments{Argument("jouer"), Argument(base)};
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        arguments.emplace_back(words.substr(at, end - at));
        at = end + 1;
    }
    return arguments;
}

constexpr const char* terminated =
    "Une exception est sortie d'un destructeur, et le programme a été tué aussitôt : c'est la règle de C++. Dans le destructeur, servez-vous de "
    "tryExec, ou interceptez (leçon 6, « Points de sauvegarde »).";

/// What is known of the mistake behind a bad ending, or an exception of a block that should have had none.
std::string why(const Execution& run)
{
    if (run.ending() == Ending::crashed && run.err().find("terminat") != std::string::npos) {
        return terminated;
    }
    for (const char* name : {"bloc", "jouer"}) {
        const auto caught = run.exception(name);
        const auto says = [&](const char* words) { return caught && caught->what.find(words) != std::string::npos; };
        if (says("within a transaction")) {
            return "BEGIN (ou SQLite::Transaction) ne peut pas s'emboîter : SAVEPOINT, lui, le peut (leçon 6, « Points de sauvegarde »).";
        }
        if (says("no such savepoint")) {
            return "RELEASE, ou ROLLBACK TO, nomme un repère qui n'est pas posé : le nom doit être le même que celui de SAVEPOINT, et un repère ne se "
                   "retire qu'une fois (leçon 6, « Points de sauvegarde »).";
        }
        if (says("no transaction is active")) {
            return "COMMIT ou ROLLBACK a été exécuté alors que la transaction était déjà terminée. Une classe qui pose des repères ne termine que "
                   "par RELEASE (leçon 6, « Points de sauvegarde »).";
        }
    }
    return {};
}

bool has(const Table& table, const std::string& name)
{
    for (const Row& row : table.rows) {
        if (row == Row{name}) {
            return true;
        }
    }
    return false;
}

Table still_open(const Execution& run) { return run.returned("transactions ouvertes après le bloc"); }

/// Says what a transaction left open does, when the last block left one; else `otherwise`.
std::string open_or(const Execution& run, const std::string& otherwise)
{
    const Table open = still_open(run);
    return !open.rows.empty() && open.rows.front() == Row{1}
               ? "Or une transaction est restée ouverte après le bloc : tout ce qui suit est perdu à la fermeture de la base. ROLLBACK TO laisse le repère "
                 "posé, il faut encore RELEASE (leçon 6, « Points de sauvegarde »)."
               : otherwise;
}

}  // namespace

TEST_F(PointDeSauvegarde, Garde)
{
    const Database base = fixture();
    const std::string name = "Alice-" + std::to_string(random(1, 999));
    const auto run = program(play(base, "[ " + name + " Zoé valider ]"));
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, DoesNotThrow("bloc")) << why(run);
    ASSERT_THAT(base.rows(added), AreRows(names({name, "Zoé"})))
        << "valider() a été appelée à la fin du bloc, puis le programme s'est terminé normalement : les deux lecteurs doivent être dans la base. "
        << (run.trace().count("SAVEPOINT") > 0 && run.trace().closed_in_transaction
                ? "Or la transaction était encore ouverte quand la base a été fermée : valider() doit retirer le repère par RELEASE (leçon 6, « Points de sauvegarde »)."
            : run.trace().count("ROLLBACK") > 0
                ? "Or ROLLBACK a été exécuté : quand valider() a réussi, le destructeur n'a plus rien à annuler (leçon 6, « Points de sauvegarde »)."
                : "");
    // Kept is only an achievement for an answer that sets a mark: what was inserted without one is kept too.
    EXPECT_THAT((Table{{"point de sauvegarde posé"},
                       {{run.trace().count("SAVEPOINT") + run.trace().count("BEGIN") > 0 ? "oui" : "non"}},
                       {}}),
                IsValue("oui"))
        << "Les lecteurs ont été insérés en validation automatique : le constructeur doit poser un point de sauvegarde (leçon 6, « Points de sauvegarde »).";
}

TEST_F(PointDeSauvegarde, Annule)
{
    for (const char* words : {"[ Alice Zoé ]", "[ Alice lancer ]", "[ Alice Zoé Alice valider ]"}) {
        const Database base = fixture({}, std::string(words) == "[ Alice Zoé ]"
                                              ? "base.db"
                                              : "base" + std::to_string(std::string(words).size()) + ".db");
        const auto run = program(play(base, words));
        ASSERT_THAT(run, EndsWell()) << why(run);
        ASSERT_THAT(base.rows(added), AreRows({}))
            << "Le bloc « " << words << " » se termine sans que valider() ait été appelée"
            << (std::string(words) == "[ Alice Zoé ]" ? "" : ", à cause d'une exception")
            << " : le destructeur doit annuler ce qui a été inséré depuis le constructeur. "
            << (run.trace().count("SAVEPOINT") + run.trace().count("BEGIN") == 0
                    ? "Le constructeur n'a pas posé de point de sauvegarde (leçon 6, « Points de sauvegarde »)."
                : run.trace().count("ROLLBACK") == 0 && run.trace().count("RELEASE") > 0
                    ? "RELEASE seul garde tout ; pour annuler, il faut d'abord ROLLBACK TO (leçon 6, « Points de sauvegarde »)."
                    : "(leçon 6, « Points de sauvegarde »)");
    }
}

TEST_F(PointDeSauvegarde, ApresLeBloc)
{
    const Database base = fixture();
    const auto run = program(play(base, "[ Alice ] Bob"));
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(base.rows(added), AreRows(names({"Bob"})))
        << "Alice est annulée avec le bloc ; Bob est inséré ensuite, en validation automatique, et doit être dans la base. "
        << open_or(run, has(base.rows(added), "Alice") ? "Voyez d'abord le début de la tâche 2." : "");
    ASSERT_THAT(still_open(run), AreRows({{0}}))
        << "C'est le nombre de transactions en cours après le bloc (leçon 6, « Points de sauvegarde »).";

    // A transaction, then another block, on the connection that a refused block has used.
    const Database other = fixture({}, "autre.db");
    const auto more = program(play(other, "[ Alice lancer ] BEGIN Denis COMMIT [ Emma valider ] Zoé"));
    ASSERT_THAT(more, EndsWell()) << open_or(more, why(more));
    ASSERT_THAT(other.rows(added), AreRows(names({"Denis", "Emma", "Zoé"})))
        << "Le premier bloc est annulé par une exception ; ce qui suit doit être dans la base. "
        << open_or(more, why(more));
    EXPECT_THAT(still_open(more), AreRows({{0}, {0}}))
        << "C'est le nombre de transactions en cours après chacun des deux blocs (leçon 6, « Points de sauvegarde »).";
}

TEST_F(PointDeSauvegarde, Emboites)
{
    struct Case {
        const char* words;
        std::vector<std::string> kept;
        const char* remark;
    };
    const std::vector<Case> cases = {
        {"[ Alice [ Zoé ] Denis valider ]",
         {"Alice", "Denis"},
         "Seule Zoé est dans le bloc qui n'est pas validé : le destructeur de l'intérieur n'annule que ce qui le concerne, par ROLLBACK TO, et non par ROLLBACK."},
        {"[ Alice [ Zoé valider ] Denis valider ]",
         {"Alice", "Zoé", "Denis"},
         "Tout est validé. Si le destructeur d'un bloc validé annule encore, il s'en prend au repère du bloc extérieur, surtout s'ils portent le même nom."},
        {"[ Alice [ Zoé valider ] Denis ]",
         {},
         "Le bloc extérieur n'est pas validé : tout est annulé, même ce que celui de l'intérieur avait gardé. valider() termine par RELEASE, jamais par COMMIT."},
        {"[ Alice [ Bob [ Chloé ] valider ] Denis valider ] Emma",
         {"Alice", "Bob", "Denis", "Emma"},
         "Seule Chloé est dans un bloc qui n'est pas validé."},
        {"BEGIN Alice [ Zoé ] Denis [ Emma valider ] COMMIT",
         {"Alice", "Denis", "Emma"},
         "La transaction a été ouverte par BEGIN, hors des blocs : ils n'ont ni à la valider, ni à l'annuler."},
        {"BEGIN Alice [ Zoé valider ] ROLLBACK Emma",
         {"Emma"},
         "La transaction est annulée tout entière : ce que le bloc avait gardé l'est aussi."},
    };
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const Database base = fixture({}, i == 0 ? "base.db" : "base" + std::to_string(i) + ".db");
        const auto run = program(play(base, cases[i].words));
        ASSERT_THAT(run, EndsWell()) << "Les mots étaient « " << cases[i].words << " ». " << why(run);
        ASSERT_THAT(run, DoesNotThrow("bloc")) << "Les mots étaient « " << cases[i].words << " ». " << why(run);
        ASSERT_THAT(base.rows(added), AreRows(names(cases[i].kept)))
            << "Les mots étaient « " << cases[i].words << " ». " << cases[i].remark
            << " (leçon 6, « Points de sauvegarde »)";
    }
}

TEST_F(PointDeSauvegarde, ValidationRefusee)
{
    const Database base = fixture();
    const auto run = program(play(base, "[ Alice fantôme valider ] Bob"));
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, Throws("bloc", 19))
        << "L'emprunt d'un lecteur qui n'existe pas est refusé au moment de valider : l'exception de SQLite doit sortir de valider() (tâche 4). "
        << (run.trace().count("SAVEPOINT") == 0 ? "Commencez par la tâche 1." : "");
    EXPECT_THAT(base.rows(added), AreRows(names({"Bob"})))
        << "La validation a été refusée : le destructeur annule le bloc, et Bob, inséré ensuite, doit être dans la base. "
        << (still_open(run).rows == std::vector<Row>{{1}}
                ? "Or la transaction est restée ouverte : si valider() note sa réussite avant d'exécuter RELEASE, le destructeur croit n'avoir rien à "
                  "faire. L'ordre des deux compte (leçon 6, « Points de sauvegarde »)."
                : "");
}

TEST_F(PointDeSauvegarde, DestructeurDiscret)
{
    const Database base = fixture();
    for (const char* words : {"[ Alice ROLLBACK ] Bob", "[ Alice [ Zoé ROLLBACK ] ] Chloé"}) {
        const auto run = program(play(base, words));
        ASSERT_THAT(run, EndsWell()) << "Les mots étaient « " << words
                                     << " » : ROLLBACK a déjà tout annulé, et le repère n'existe plus. " << why(run);
        ASSERT_THAT(run, DoesNotThrow("bloc")) << "Les mots étaient « " << words << " ». " << why(run);
    }
    EXPECT_THAT(base.rows(added), AreRows(names({"Bob", "Chloé"})))
        << "ROLLBACK a tout annulé dans les blocs ; Bob et Chloé sont insérés après. (leçon 6, « Points de sauvegarde »)";
}

TEST_F(PointDeSauvegarde, NonCopiable)
{
    const auto run = program({"copier"});
    ASSERT_THAT(run, EndsWell());
    EXPECT_THAT((Table{{"par construction", "par affectation"}, run.returned("copie").rows, {}}), AreRows({{0, 0}}))
        << "1 : la copie est permise. Deux objets annuleraient, ou valideraient, le même repère : déclarez la copie = delete (indice 3).";
}
