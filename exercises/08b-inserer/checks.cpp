// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using InsererC = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* everyone = "SELECT nom, age FROM habitants ORDER BY id";

using People = std::vector<std::pair<std::string, std::optional<std::int64_t>>>;

std::vector<Argument> call(const Database& base, const People& people)
{
    std::vector<Argument> arguments{Argument("inserer"), Argument(base)};
    for (const auto& [name, age] : people) {
        arguments.emplace_back(name);
        arguments.emplace_back(age ? std::to_string(*age) : "-");
    }
    return arguments;
}

/// What the program reads as a NUL.
std::string decoded(const std::string& name)
{
    const std::size_t mark = name.find("\\0");
    return mark == std::string::npos ? name : name.substr(0, mark) + std::string(1, '\0') + name.substr(mark + 2);
}

void append(std::vector<Row>& rows, const People& people)
{
    for (const auto& [name, age] : people) {
        rows.push_back({decoded(name), age ? Value(*age) : Value()});
    }
}

/// All the names, as the program lays them.
std::string joined(const People& people)
{
    std::string all;
    for (const auto& [name, age] : people) {
        all += decoded(name);
    }
    return all;
}

std::int64_t how_many(const Table& table, const std::string& name)
{
    return std::count_if(table.rows.begin(), table.rows.end(),
                         [&](const Row& row) { return row.front() == Value(name); });
}

/// What is known of the mistake behind a bad ending, or behind an exception where none was due.
std::string why(const Execution& run)
{
    const auto caught = run.exception("inserer");
    if (run.ending() == Ending::sanitizer && run.err().find("double-free") != std::string::npos) {
        return "sqlite3_finalize a été appelée deux fois pour la même requête. Si un std::unique_ptr la possède, c'est lui qui la libère, et lui "
               "seul (leçon 8, « La vie d'une requête préparée »).";
    }
    if (run.trace().logged("API called with finalized prepared statement")) {
        return "SQLite a noté dans son journal « API called with finalized prepared statement » : la requête a servi après avoir été libérée "
               "(leçon 8, « La vie d'une requête préparée »).";
    }
    if (run.ending() == Ending::sanitizer && run.err().find("heap-use-after-free") != std::string::npos &&
        run.explanation().find("SQLITE_STATIC") == std::string::npos) {
        return "Si cette ligne appelle une fonction de SQLite, la requête qu'elle lui donne a déjà été libérée : sqlite3_finalize vient une fois, tout à la "
               "fin (leçon 8, « La vie d'une requête préparée »).";
    }
    if (!caught) {
        return {};
    }
    if (caught->what.find("syntax error") != std::string::npos ||
        caught->what.find("unrecognized token") != std::string::npos) {
        return "Le texte SQL est fautif. S'il contient les valeurs, une apostrophe ou un octet nul dans un nom suffit à le couper : mettez-y des marqueurs, et "
               "liez (leçon 3, « Coller les morceaux : le piège »).";
    }
    if (caught->code == 101 || caught->code == 100) {
        return "101 n'est pas une erreur : c'est SQLITE_DONE, ce que sqlite3_step rend quand l'exécution est finie. Elle ne rend jamais SQLITE_OK "
               "(leçon 8, « Ce que disent les codes »).";
    }
    if (run.trace().logged("bind on a busy prepared statement")) {
        return "SQLite a noté dans son journal « bind on a busy prepared statement » : après sqlite3_step, il faut sqlite3_reset avant de lier de "
               "nouveau (leçon 8, « La vie d'une requête préparée »).";
    }
    if (caught->code == 25) {
        return "Le code 25 dit que vous avez lié une position qui n'existe pas : les marqueurs se comptent à partir de 1 (leçon 8, « La vie d'une "
               "requête préparée »).";
    }
    if (caught->code == 21 && run.trace().prepared.empty()) {
        return "Le code 21 dit que l'API est mal employée : aucune requête n'avait été préparée (leçon 8, « La vie d'une requête préparée »).";
    }
    return {};
}

/// What is known of the mistake behind an exception with another code than `due`.
std::string why_not(const Execution& run, int due)
{
    const std::string known = why(run);
    const auto caught = run.exception("inserer");
    return !known.empty() || !caught ? known
           : caught->type != "SQLite::Exception"
               ? "L'énoncé demande une SQLite::Exception, qui porte le code que SQLite a rendu : SQLite::Exception(base, code) (leçon 8, « Ce que disent "
                 "les codes »)."
               : "L'exception doit porter le code que la fonction de SQLite a rendu, ici " + std::to_string(due) +
                     " : gardez ce code dans une variable, et donnez-le à SQLite::Exception(base, code) (leçon 8, « Ce que disent les codes »).";
}

/// What the rows and the log tell, when rows are not those that were due.
std::string about(const Execution& run, const Table& found, const Table& before, const People& people)
{
    const Trace& trace = run.trace();
    const std::string all = joined(people);
    if (people.size() > 1 && how_many(found, all.substr(0, all.find('\0'))) > 0) {
        return "Un nom déborde sur ceux qui le suivent : avec une taille de -1, la lecture continue jusqu'à un octet nul, et une "
               "std::string_view n'en a pas à sa fin. Donnez size() (leçon 8, « À qui sont les octets ? »).";
    }
    if (how_many(found, "avant") > 0) {
        return "Un nom s'arrête à l'octet nul : avec une taille de -1, ou un texte sans longueur, la lecture n'ira pas plus loin. Donnez "
               "size() (leçon 8, « À qui sont les octets ? »).";
    }
    if (people.size() > 1 && how_many(found, decoded(people.front().first)) > 1) {
        return std::string("Le premier habitant a été inséré plusieurs fois. ") +
               (trace.logged("bind on a busy prepared statement")
                    ? "Sans sqlite3_reset, lier est refusé (code 21, que personne n'a lu), et sqlite3_step recommence avec les mêmes valeurs "
                      "(leçon 8, « La vie d'une requête préparée »)."
                    : "Chaque habitant doit être lié à son tour (leçon 8, « La vie d'une requête préparée »).");
    }
    if (found.rows.size() == before.rows.size() && trace.count("INSERT") == 0 && trace.count_prepared("INSERT") > 0) {
        return "Aucune ligne n'a été ajoutée : préparer et lier n'exécutent rien, c'est sqlite3_step qui exécute (leçon 8, « La vie d'une "
               "requête préparée »).";
    }
    if (trace.count("INSERT") > 0 && trace.closed_in_transaction) {
        return "L'instruction a été exécutée, puis annulée : une transaction ouverte n'a pas été validée (commit).";
    }
    for (std::size_t i = 0; i < people.size(); ++i) {
        const auto row = std::find_if(found.rows.begin(), found.rows.end(),
                                      [&](const Row& r) { return r.front() == Value(decoded(people[i].first)); });
        if (people[i].second && how_many(found, std::to_string(*people[i].second)) > 0) {
            return "Un âge se trouve dans la colonne des noms : les marqueurs se comptent à partir de 1. À la position 0, lier est refusé (code 25, que "
                   "personne n'a lu) (leçon 8, « La vie d'une requête préparée »).";
        }
        if (people[i].second || row == found.rows.end()) {
            continue;
        }
        if (row->back() == Value(0)) {
            return "Un âge absent est devenu 0 : « on ne sait pas » n'est pas un âge. sqlite3_bind_null lie NULL (leçon 8, « La vie d'une requête "
                   "préparée »).";
        }
        if (i > 0 && people[i - 1].second && row->back() == Value(*people[i - 1].second)) {
            return "Un habitant sans âge a reçu celui du précédent : sqlite3_reset garde les valeurs liées. Liez NULL avec sqlite3_bind_null "
                   "(leçon 8, « La vie d'une requête préparée »).";
        }
    }
    return "Une ligne par habitant, dans l'ordre de la liste, avec son nom, octet pour octet, et NULL pour un âge absent (leçon 8, « La vie "
           "d'une requête préparée »).";
}

const char* const in_transaction =
    "Une transaction a été ouverte, et le refus l'a annulée tout entière. L'énoncé s'en tient à la validation automatique : les lignes insérées avant le "
    "refus restent (tâche 3).";

}  // namespace

TEST_F(InsererC, ChaqueHabitant)
{
    const std::int64_t age = random(18, 60);
    for (const People& people : {People{{"Ada Martin", age}},
                                 People{{"Basile", std::nullopt},
                                        {"Chloé Petit", age + 1},
                                        {"Zoé Martin", std::nullopt},
                                        {"L'Haÿ", age + 2},
                                        {"x'); DROP TABLE habitants;--", 0}},
                                 People{}}) {
        const Database base = fixture({}, "base" + std::to_string(people.size()) + ".db");
        const Table before = base.rows(everyone);
        std::vector<Row> expected = before.rows;
        const auto run = program(call(base, people));
        ASSERT_THAT(run, EndsWell()) << why(run);
        ASSERT_THAT(run, DoesNotThrow("inserer")) << why(run);
        append(expected, people);
        const Table found = base.rows(everyone);
        ASSERT_THAT(found, AreRowsInOrder(expected)) << about(run, found, before, people);
    }
}

TEST_F(InsererC, VuesExactes)
{
    const std::int64_t age = random(18, 60);
    const std::string number = std::to_string(random(1, 1'000'000));
    const People people = {
        {"Alice " + number, age}, {"avant\\0après", age + 1}, {"", age + 2}, {"Bob " + number, age + 3}};
    const Database base = fixture();
    const Table before = base.rows(everyone);
    std::vector<Row> expected = before.rows;
    const auto run = program(call(base, people));
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, DoesNotThrow("inserer")) << why(run);
    append(expected, people);
    const Table found = base.rows(everyone);
    EXPECT_THAT(found, AreRowsInOrder(expected)) << about(run, found, before, people);
}

TEST_F(InsererC, RequeteLiberee)
{
    const std::int64_t age = random(18, 60);
    const Database base = fixture();
    const std::size_t before = base.rows(everyone).rows.size();
    const auto run = program(call(base, {{"Ada Martin", age}, {"Basile", std::nullopt}}));
    ASSERT_THAT(run, EndsWell()) << why(run);
    EXPECT_THAT(run.returned("fermeture"), IsValue(0))
        << "C'est ce que rend sqlite3_close après votre fonction. 5 (SQLITE_BUSY) veut dire qu'une requête vit encore : il manque un "
           "sqlite3_finalize (leçon 8, « La vie d'une requête préparée »).";
    // Freeing what was never prepared is no achievement.
    EXPECT_GT(base.rows(everyone).rows.size(), before)
        << "Rien n'est resté en vie, mais rien n'a été inséré non plus : voyez d'abord la tâche 1.";
}

TEST_F(InsererC, RefusSignale)
{
    const std::int64_t age = random(18, 60);
    const People people = {{"Ada Martin", age}, {"Mathusalem", 969}, {"Basile", age + 1}};
    const Database base = fixture();
    std::vector<Row> expected = base.rows(everyone).rows;
    const auto run = program(call(base, people));
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, Throws("inserer", 19))
        << (run.exception("inserer") ? why_not(run, 19)
            : run.trace().count("INSERT") == 0
                ? "Rien n'a été exécuté, donc rien n'a été refusé : voyez d'abord la tâche 1."
            : run.trace().logged("bind on a busy prepared statement")
                ? "Mathusalem n'a jamais été lié : SQLite l'a refusé (code 21), parce qu'il manquait un sqlite3_reset. Voyez d'abord la tâche 1."
            : !run.trace().logged("CHECK constraint failed")
                ? "L'âge de Mathusalem devait faire refuser sa ligne, et rien n'a été refusé : voyez d'abord la tâche 1."
                : "La table a refusé Mathusalem, et l'appelant ne l'a pas su : sqlite3_step, ou le sqlite3_reset qui suit, a rendu 19, que personne "
                  "n'a lu (leçon 8, « Ce que disent les codes »).");
    expected.push_back({"Ada Martin", age});
    const Table found = base.rows(everyone);
    EXPECT_THAT(found, AreRowsInOrder(expected))
        << (run.trace().count("BEGIN") > 0 ? in_transaction
            : found.rows.size() == expected.size()
                ? "Ada est restée, et Basile n'est pas inséré, comme il le fallait ; mais la ligne d'Ada n'est pas la bonne : voyez d'abord la tâche 1."
                : "Ada, insérée avant le refus, reste ; la fonction s'arrête au refus, et Basile n'est pas inséré (tâche 3).");

    const Database empty = fixture({}, "autre.db");
    const auto without = program({"sans-table", empty});
    ASSERT_THAT(without, EndsWell()) << why(without);
    const auto caught = without.exception("inserer");
    ASSERT_THAT(without, Throws("inserer"))
        << "La table n'existe pas, et l'appelant ne l'a pas su : sqlite3_prepare_v2 a rendu 1, que personne n'a lu (leçon 8, « Ce que disent "
           "les codes »).";
    EXPECT_THAT((Table{{"code"}, {{caught->code}}, {}}), IsValue(1))
        << (caught->code == 21
                ? "La préparation avait échoué (code 1, « no such table »), et son code n'a pas été lu : vous avez continué avec une requête nulle, ce "
                  "que SQLite signale par 21 (leçon 8, « Ce que disent les codes »)."
                : "C'est sqlite3_prepare_v2 qui rend 1, et c'est ce code que l'exception doit porter (leçon 8, « Ce que disent les codes »).");
}

TEST_F(InsererC, LiaisonRefusee)
{
    const std::string name = "Ada Martin " + std::to_string(random(1, 1'000'000));
    const Database base = fixture();
    std::vector<Row> expected = base.rows(everyone).rows;
    const auto run = program({"court", base, name, std::string(200, 'x')});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const auto caught = run.exception("inserer");
    ASSERT_THAT(run, Throws("inserer", 18))
        << (caught ? why_not(run, 18)
            : base.rows("SELECT 1 FROM habitants WHERE nom IS NULL").empty()
                ? "Le second nom dépasse la limite de la base, et l'appelant ne l'a pas su (leçon 8, « Ce que disent les codes »)."
                : "Le second nom dépasse la limite de la base : sqlite3_bind_text a rendu 18, que personne n'a lu, et c'est NULL qui a été inséré à "
                  "la place du nom (leçon 8, « Ce que disent les codes »).");
    expected.push_back({name, 30});
    EXPECT_THAT(base.rows(everyone), AreRowsInOrder(expected))
        << (run.trace().count("BEGIN") > 0 ? in_transaction
                                           : "Le premier nom convient ; rien n'est inséré pour le second.");
}

TEST_F(InsererC, LibereeApresRefus)
{
    const std::int64_t age = random(18, 60);
    const Database base = fixture();
    const std::size_t before = base.rows(everyone).rows.size();
    const auto run = program(call(base, {{"Ada Martin", age}, {"Mathusalem", 969}}));
    ASSERT_THAT(run, EndsWell()) << why(run);
    // Freeing what was never prepared is no achievement.
    ASSERT_TRUE(run.exception("inserer") || base.rows(everyone).rows.size() > before)
        << "Rien n'a été inséré, et rien n'a été refusé : voyez d'abord la tâche 1.";
    EXPECT_THAT(run.returned("fermeture"), IsValue(0))
        << (run.exception("inserer")
                ? "C'est ce que rend sqlite3_close après le refus. 5 (SQLITE_BUSY) veut dire qu'une requête vit encore : l'exception est sortie avant "
                  "sqlite3_finalize. Un std::unique_ptr, lui, libère toujours (leçon 8, « La vie d'une requête préparée »)."
                : "C'est ce que rend sqlite3_close après le refus. 5 (SQLITE_BUSY) veut dire qu'une requête vit encore : il manque un "
                  "sqlite3_finalize (leçon 8, « La vie d'une requête préparée »).");
}
