// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <algorithm>

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

bool holds(const std::string& words, const std::string& word)
{
    return (" " + words + " ").find(" " + word + " ") != std::string::npos;
}

std::size_t count(const std::string& words, char mark)
{
    return static_cast<std::size_t>(std::count(words.begin(), words.end(), mark));
}

/// Whether `verb` was run on a whole transaction: alone, or followed by TRANSACTION, DEFERRED, IMMEDIATE or EXCLUSIVE.
bool ran_whole(const Execution& run, std::string_view verb)
{
    return run.trace().count(verb) > run.trace().count(std::string(verb) + " TO");
}

/// The place of the first statement that begins with `verb`; the number of statements when none does.
std::size_t first(const Trace& trace, std::string_view verb)
{
    std::size_t place = 0;
    while (place < trace.statements.size() && trace.statements[place].sql.find(verb) > 1) {  // a blank may come first
        ++place;
    }
    return place;
}

/// The mark that SQLite did not find and that was never set; empty when there is none.
std::string unknown_mark(const Execution& run)
{
    const auto caught = run.exception("bloc");
    constexpr std::string_view complaint = "no such savepoint: ";
    if (!caught || caught->what.rfind(complaint, 0) != 0) {
        return {};
    }
    const std::string mark = caught->what.substr(complaint.size());
    const auto& statements = run.trace().statements;
    const bool was_set = std::any_of(statements.begin(), statements.end(), [&](const Statement& statement) {
        return statement.sql.rfind("RELEASE", 0) != 0 && statement.sql.rfind("ROLLBACK", 0) != 0 &&
               statement.sql.find(mark) != std::string::npos;
    });
    return was_set || mark.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") !=
                          std::string::npos
               ? std::string()
               : mark;
}

/// What was run tells of the class, where the program itself ran only `words`.
std::string evidence(const Execution& run, const std::string& words)
{
    const Trace& trace = run.trace();
    if (trace.logged("syntax error") || trace.logged("incomplete input")) {
        return "SQLite n'a pas compris une des instructions de votre classe, que l'erreur soit sortie ou non : SAVEPOINT, ROLLBACK TO et RELEASE sont chacun suivis "
               "du nom du repère. ";
    }
    const std::size_t marks = trace.count("SAVEPOINT");
    if (!holds(words, "BEGIN") && trace.count("BEGIN") > 0) {
        return "Votre classe exécute BEGIN, qui ne s'emboîte pas : SAVEPOINT, lui, s'emboîte, et ouvre une transaction s'il le faut. ";
    }
    if (marks == 0) {
        return "Le constructeur n'a pas posé de point de sauvegarde : commencez par la tâche 1. ";
    }
    if (!holds(words, "ROLLBACK") && ran_whole(run, "ROLLBACK")) {
        return "Votre classe exécute ROLLBACK, qui annule la transaction entière, même ce qui précède le repère : il faut ROLLBACK TO. ";
    }
    if (!holds(words, "COMMIT") && trace.count("COMMIT") + trace.count("END") > 0) {
        return "Votre classe exécute COMMIT, qui valide la transaction entière, même ouverte par un autre : il faut RELEASE. ";
    }
    const std::string missing = unknown_mark(run);
    if (!missing.empty()) {
        return "Le repère « " + missing +
               " » n'a jamais été posé : RELEASE et ROLLBACK TO reprennent le nom que SAVEPOINT a donné. ";
    }
    if (!holds(words, "valider") && trace.count("ROLLBACK TO") > 0 &&
        first(trace, "RELEASE") < first(trace, "ROLLBACK")) {
        return "RELEASE est exécuté avant ROLLBACK TO : dans cet ordre, tout est gardé, et il n'y a plus rien à annuler. ";
    }
    const bool all_kept =
        words.find("valider ]") != std::string::npos && !holds(words, "lancer") && !holds(words, "fantôme");
    std::size_t kept = 0;
    for (std::size_t at = words.find("valider ]"); at != std::string::npos; at = words.find("valider ]", at + 1)) {
        ++kept;
    }
    if (all_kept && kept == count(words, '[') && trace.count("ROLLBACK TO") > 0) {
        return "Tous les blocs sont validés, et pourtant ROLLBACK TO est exécuté : valider() doit noter qu'elle a réussi, sans quoi le destructeur annule encore, et "
               "s'en prend au repère de même nom du bloc extérieur. ";
    }
    if (trace.count("RELEASE") < marks && !holds(words, "ROLLBACK")) {
        return "Un repère posé par SAVEPOINT reste posé tant que RELEASE ne l'a pas retiré, même après ROLLBACK TO : ici, il y a eu moins de RELEASE "
               "que de SAVEPOINT. ";
    }
    return {};
}

/// What is known of the mistake behind a bad ending, or an exception of a block that should have had none.
std::string why(const Execution& run, const std::string& words)
{
    if (run.ending() == Ending::crashed && run.err().find("terminat") != std::string::npos) {
        return terminated;
    }
    const std::string told = evidence(run, words);
    if (!told.empty()) {
        return told + "(leçon 6, « Points de sauvegarde »)";
    }
    const auto caught = run.exception("bloc");
    if (caught && caught->what.find("no such savepoint") != std::string::npos) {
        return "RELEASE, ou ROLLBACK TO, nomme un repère qui n'est pas posé : le nom doit être le même que celui de SAVEPOINT, et un repère ne se "
               "retire qu'une fois (leçon 6, « Points de sauvegarde »).";
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

/// Says after which block a transaction was left open, if one was; else `otherwise`.
std::string open_or(const Execution& run, const std::string& otherwise)
{
    const Table open = still_open(run);
    for (std::size_t i = 0; i < open.rows.size(); ++i) {
        if (open.rows[i] == Row{1}) {
            return "Or une transaction est restée ouverte après le bloc numéro " + std::to_string(i + 1) +
                   " : tout ce qui suit est perdu à la fermeture de la base. Un repère reste posé, même après ROLLBACK TO, tant que RELEASE ne l'a pas "
                   "retiré (leçon 6, « Points de sauvegarde »).";
        }
    }
    return otherwise;
}

}  // namespace

TEST_F(PointDeSauvegarde, Garde)
{
    const Database base = fixture();
    const std::string name = "Alice-" + std::to_string(random(1, 999));
    const std::string words = "[ " + name + " Zoé valider ]";
    const auto run = program(play(base, words));
    ASSERT_THAT(run, EndsWell()) << why(run, words);
    ASSERT_THAT(run, DoesNotThrow("bloc")) << why(run, words);
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
    const Database base = fixture();
    for (const char* words : {"[ Alice Zoé ]", "[ Alice lancer ]", "[ Alice Zoé Alice valider ]"}) {
        const auto run = program(play(base, words));
        ASSERT_THAT(run, EndsWell()) << why(run, words);
        ASSERT_THAT(base.rows(added), AreRows({}))
            << "Le bloc « " << words << " » se termine sans que valider() ait été appelée"
            << (std::string(words) == "[ Alice Zoé ]" ? "" : ", à cause d'une exception")
            << " : le destructeur doit annuler ce qui a été inséré depuis le constructeur. "
            << (!evidence(run, words).empty() ? evidence(run, words)
                : run.trace().count("ROLLBACK") == 0 && run.trace().count("RELEASE") > 0
                    ? "RELEASE seul garde tout ; pour annuler, il faut d'abord ROLLBACK TO. "
                    : "")
            << "(leçon 6, « Points de sauvegarde »)";
    }
}

TEST_F(PointDeSauvegarde, ApresLeBloc)
{
    const Database base = fixture();
    const auto run = program(play(base, "[ Alice ] Bob"));
    ASSERT_THAT(run, EndsWell()) << why(run, "[ Alice ] Bob");
    ASSERT_THAT(base.rows(added), AreRows(names({"Bob"})))
        << "Alice est annulée avec le bloc ; Bob est inséré ensuite, en validation automatique, et doit être dans la base. "
        << open_or(run, has(base.rows(added), "Alice") ? "Voyez d'abord le début de la tâche 2."
                                                       : evidence(run, "[ Alice ] Bob"));
    ASSERT_THAT(still_open(run), AreRows({{0}}))
        << "C'est le nombre de transactions en cours après le bloc (leçon 6, « Points de sauvegarde »).";

    // A transaction, then another block, on the connection that a refused block has used.
    const std::string words = "[ Alice lancer ] BEGIN Denis COMMIT [ Emma valider ] Zoé";
    const auto more = program(play(base, words));
    ASSERT_THAT(more, EndsWell()) << open_or(more, why(more, words));
    ASSERT_THAT(base.rows(added), AreRows(names({"Bob", "Denis", "Emma", "Zoé"})))
        << "Le premier bloc est annulé par une exception ; ce qui suit doit être dans la base. "
        << open_or(more, why(more, words));
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
        {"[ Anne [ Zoé valider ] Loïc valider ]",
         {"Anne", "Zoé", "Loïc"},
         "Tout est validé. Si le destructeur d'un bloc validé annule encore, il s'en prend au repère du bloc extérieur, surtout s'ils portent le même nom."},
        {"[ Léa [ Noé valider ] Jules ]",
         {},
         "Le bloc extérieur n'est pas validé : tout est annulé, même ce que celui de l'intérieur avait gardé. valider() termine par RELEASE, jamais par COMMIT."},
        {"[ Léa [ Bob [ Chloé ] valider ] Hugo valider ] Emma",
         {"Léa", "Bob", "Hugo", "Emma"},
         "Seule Chloé est dans un bloc qui n'est pas validé."},
        {"BEGIN Inès [ Noé ] Rémi [ Sacha valider ] COMMIT",
         {"Inès", "Rémi", "Sacha"},
         "La transaction a été ouverte par BEGIN, hors des blocs : ils n'ont ni à la valider, ni à l'annuler."},
        {"BEGIN Max [ Noé valider ] ROLLBACK Ugo",
         {"Ugo"},
         "La transaction est annulée tout entière : ce que le bloc avait gardé l'est aussi."},
    };
    // All in one base, so that the one that fails can be played by hand: no name comes twice among those that stay.
    const Database base = fixture();
    std::vector<std::string> kept;
    for (const Case& tried : cases) {
        kept.insert(kept.end(), tried.kept.begin(), tried.kept.end());
        const auto run = program(play(base, tried.words));
        const std::string played = "Les mots étaient « " + std::string(tried.words) + " ». ";
        ASSERT_THAT(run, EndsWell()) << played << why(run, tried.words);
        ASSERT_THAT(run, DoesNotThrow("bloc")) << played << why(run, tried.words);
        ASSERT_THAT(base.rows(added), AreRows(names(kept)))
            << played << tried.remark << ' ' << evidence(run, tried.words) << "(leçon 6, « Points de sauvegarde »)";
    }
}

TEST_F(PointDeSauvegarde, ValidationRefusee)
{
    const Database base = fixture();
    const std::string words = "[ Alice fantôme valider ] Bob";
    const auto run = program(play(base, words));
    ASSERT_THAT(run, EndsWell()) << why(run, words);
    ASSERT_THAT(run, Throws("bloc", 19))
        << "L'emprunt d'un lecteur qui n'existe pas est refusé au moment de valider : l'exception de SQLite doit sortir de valider() (tâche 4). "
        << (evidence(run, words).empty() && !run.exception("bloc") &&
                    first(run.trace(), "RELEASE") < first(run.trace(), "ROLLBACK")
                ? "La base l'a bien refusé, et votre classe n'en a rien dit : l'exception a été interceptée, ou l'erreur rendue par tryExec, ou par l'API C, n'a "
                  "pas été lue, ou encore c'est le destructeur qui exécute RELEASE (leçon 6, « Points de sauvegarde »)."
                : evidence(run, words));
    const bool left_open = still_open(run).rows == std::vector<Row>{{1}};
    const Trace& trace = run.trace();
    EXPECT_THAT(base.rows(added), AreRows(names({"Bob"})))
        << "La validation a été refusée : le destructeur annule le bloc, et Bob, inséré ensuite, doit être dans la base. "
        << (trace.logged("syntax error") ? evidence(run, words)
            : left_open && trace.count("ROLLBACK") == 0 && trace.count("RELEASE") == 1
                ? "Or le destructeur n'a rien exécuté. Si valider() note sa réussite avant d'exécuter RELEASE, le destructeur y croit même "
                  "quand la base a refusé : l'ordre des deux compte (leçon 6, « Points de sauvegarde »)."
            : left_open && trace.count("ROLLBACK") == 0
                ? "Or rien n'a été annulé : il faut ROLLBACK TO, puis RELEASE (leçon 6, « Points de sauvegarde »)."
            : left_open
                ? "Or la transaction est restée ouverte : le destructeur exécute d'abord ROLLBACK TO, qui laisse le repère posé, puis RELEASE (leçon 6, « Points de "
                  "sauvegarde »)."
                : evidence(run, words));
}

TEST_F(PointDeSauvegarde, DestructeurDiscret)
{
    const Database base = fixture();
    for (const char* words : {"[ Alice ROLLBACK ] Bob", "[ Alice [ Zoé ROLLBACK ] ] Chloé"}) {
        const auto run = program(play(base, words));
        const std::string played = "Les mots étaient « " + std::string(words) +
                                   " » : ROLLBACK a déjà tout annulé, et le repère n'existe plus. ";
        ASSERT_THAT(run, EndsWell()) << played << why(run, words);
        const auto caught = run.exception("bloc");
        ASSERT_THAT(run, DoesNotThrow("bloc"))
            << played
            << (caught && caught->what.find("no such savepoint") != std::string::npos && unknown_mark(run).empty() &&
                        run.trace().count("SAVEPOINT") > 0
                    ? "Le destructeur n'a rien à annuler, et rien à en dire : qu'il se serve de tryExec, ou qu'il intercepte (leçon 6, « Points de sauvegarde »)."
                    : why(run, words));
    }
    EXPECT_THAT(base.rows(added), AreRows(names({"Bob", "Chloé"})))
        << "ROLLBACK a tout annulé dans les blocs ; Bob et Chloé sont insérés après (leçon 6, « Points de sauvegarde »).";
}

TEST_F(PointDeSauvegarde, NonCopiable)
{
    const auto run = program({"copier"});
    ASSERT_THAT(run, EndsWell());
    EXPECT_THAT((Table{{"par construction", "par affectation"}, run.returned("copie").rows, {}}), AreRows({{0, 0}}))
        << "1 : la copie est permise. Deux objets annuleraient, ou valideraient, le même repère : déclarez la copie = delete (indice 3).";
}
