// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using InscrireFamille = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* everyone = "SELECT nom, age FROM utilisateurs";

using Family = std::vector<std::pair<std::string, std::optional<std::int64_t>>>;

/// One run of the program, which receives these families in turn.
std::vector<Argument> call(const Database& base, const std::vector<Family>& families)
{
    std::vector<Argument> arguments{Argument("inscrire"), Argument(base)};
    for (std::size_t i = 0; i < families.size(); ++i) {
        if (i > 0) {
            arguments.emplace_back("/");
        }
        for (const auto& [name, age] : families[i]) {
            arguments.emplace_back(name);
            arguments.emplace_back(age ? std::to_string(*age) : "-");
        }
    }
    return arguments;
}

void append(std::vector<Row>& rows, const Family& family)
{
    for (const auto& [name, age] : family) {
        rows.push_back({name, age ? Value(*age) : Value()});
    }
}

/// What SQLite's message tells of the mistake, for an exception that should not have been.
std::string why(const Execution& run)
{
    const auto caught = run.exception("inscrire_famille");
    const auto says = [&](const char* words) { return caught && caught->what.find(words) != std::string::npos; };
    if (says("already committed")) {
        return "commit() a été appelée une deuxième fois sur la même transaction : une seule validation, après la boucle (leçon 6, « La même chose "
               "avec SQLiteCpp »).";
    }
    if (says("syntax error")) {
        return "Le SQL est faux dès qu'un nom a une apostrophe : les valeurs se lient, elles ne se collent pas dans le texte (leçon 3, « Coller les "
               "morceaux : le piège »).";
    }
    if (says("within a transaction")) {
        return "Une transaction est ouverte alors qu'une autre l'est déjà : celle d'un appel précédent n'a été ni validée ni annulée, ou BEGIN est "
               "exécuté plus d'une fois (leçon 6, « Quand ça se passe mal »).";
    }
    if (says("no transaction is active")) {
        return "COMMIT (ou ROLLBACK) a été exécuté alors qu'aucune transaction n'était ouverte (leçon 6, « Quand ça se passe mal »).";
    }
    if (caught && caught->code == 21) {
        return "Le code 21 dit que la requête a été liée ou exécutée une deuxième fois sans reset() (leçon 3, « Une requête, plusieurs exécutions »).";
    }
    if (says("UNIQUE constraint failed: utilisateurs.id")) {
        return "Cet id est déjà pris : le champ id de l'Utilisateur ne s'insère pas, SQLite le choisit (tâche 1).";
    }
    if (says("CHECK constraint failed: age")) {
        return "La base a refusé un âge qui devait convenir : qu'avez-vous lié à sa place ? Un âge absent se lie par bind(2), sans valeur ; 'NULL' entre "
               "apostrophes est un texte (leçon 3, « NULL, ou l'absence de valeur »).";
    }
    if (caught && caught->code == 25) {
        return "Le code 25 dit que vous avez lié une position qui n'existe pas : les marqueurs se comptent à partir de 1 (leçon 3, « Quand ça se "
               "passe mal »).";
    }
    if (caught && caught->type == "std::bad_optional_access") {
        return "Vous avez demandé sa valeur à un std::optional qui n'en a pas (leçon 3, « NULL, ou l'absence de valeur »).";
    }
    return caught && caught->code == 1 ? about_sql_error(caught->what, {}) : std::string();
}

/// What is known of the mistake behind a bad ending.
std::string why_it_ended(const Execution& run)
{
    return run.ending() == Ending::leak
               ? "Si c'est la transaction que vous créez par new : l'exception ne la détruit pas, elle n'annule donc rien. Une variable ordinaire, elle, est "
                 "détruite quand on quitte le bloc (leçon 6, « La vie d'une transaction »)."

               : "";
}

/// Rows were added, nothing left the function, and yet nothing was committed.
bool undone(const Execution& run)
{
    const Trace& trace = run.trace();
    return !run.exception("inscrire_famille") && trace.count("INSERT") > 0 && trace.commits == 0 &&
           (trace.rollbacks > 0 || trace.closed_in_transaction);
}

/// A transaction was begun, and the first row came when it was over.
bool over_at_once(const Execution& run)
{
    bool begun = false;
    bool over = false;
    for (const Statement& statement : run.trace().statements) {
        const bool begins = statement.sql.rfind("BEGIN", 0) == 0;
        const bool ends = statement.sql.rfind("ROLLBACK", 0) == 0 || statement.sql.rfind("COMMIT", 0) == 0;
        if (statement.sql.rfind("INSERT", 0) == 0) {
            return over;
        }
        over = (over || (begun && ends)) && !begins;
        begun = begun || begins;
    }
    return false;
}

constexpr const char* undone_remark =
    "Les lignes ont été insérées, puis annulées : la transaction n'a pas été validée. Sans commit(), le destructeur de SQLite::Transaction "
    "annule tout (leçon 6, « La même chose avec SQLiteCpp »).";

}  // namespace

TEST_F(InscrireFamille, FamilleEntiere)
{
    const Database base = fixture();
    const Table before = base.rows("SELECT id, nom, age FROM utilisateurs");
    std::vector<Row> expected = base.rows(everyone).rows;
    const std::int64_t age = random(18, 60);
    const Family family = {
        {"Alice Leroy", age}, {"L'Haÿ", std::nullopt}, {"Bob Leroy", age + 3}, {"Zoé", std::nullopt}};
    const auto run = program(call(base, {family}));
    ASSERT_THAT(run, EndsWell()) << why_it_ended(run);
    ASSERT_THAT(run, DoesNotThrow("inscrire_famille")) << why(run);
    append(expected, family);
    const Table found = base.rows(everyone);
    const bool stale = std::any_of(found.rows.begin(), found.rows.end(), [&](const Row& row) {
        return row == Row{"L'Haÿ", age};
    });
    ASSERT_THAT(found, AreRows(expected))
        << (undone(run) ? undone_remark
            : stale
                ? "L'âge du membre précédent a été repris pour celui qui n'en a pas : reset() garde les valeurs liées. Liez NULL avec bind(2) (leçon "
                  "3, « NULL, ou l'absence de valeur »)."
            : run.trace().count("INSERT") == 0
                ? "Aucune insertion n'a été exécutée : commencez par la boucle de l'exercice 03b (leçon 3, « Une requête, plusieurs exécutions »)."
                : "Une ligne par membre de la famille, avec son nom et son âge, NULL quand l'âge est absent ; les autres lignes ne changent "
                  "pas.");
    EXPECT_THAT(base.rows("SELECT id, nom, age FROM utilisateurs ORDER BY id LIMIT 3"), SameRowsAs(before))
        << "Les personnes déjà inscrites gardent leur ligne et leur id.";
}

TEST_F(InscrireFamille, ToutOuRien)
{
    const std::int64_t age = random(18, 60);
    const Database base = fixture();
    const auto taken = base.rows("SELECT nom FROM utilisateurs ORDER BY id LIMIT 1").only().text().value_or("");
    struct Case {
        std::string surname;
        std::size_t place;
        Family::value_type refused;
    };
    // Refused for a name that is taken, for an age that nobody has, and for a name that the family has twice.
    for (const Case& tried : {Case{"Leroy", 1, {taken, age}}, Case{"Garnier", 3, {"Chloé Garnier", 151 + age}},
                              Case{"Perrin", 0, {"Chloé Perrin", 151 + age}}, Case{"Weber", 2, {"Alice Weber", age}}}) {
        const std::size_t place = tried.place;
        const std::vector<Row> before = base.rows(everyone).rows;
        const Family good = {{"Alice " + tried.surname, age},
                             {"Bob " + tried.surname, std::nullopt},
                             {"Zoé " + tried.surname, age - 10}};
        Family family = good;
        family.insert(family.begin() + static_cast<std::ptrdiff_t>(place), tried.refused);
        const auto run = program(call(base, {family}));
        ASSERT_THAT(run, EndsWell()) << why_it_ended(run);
        const Table found = base.rows(everyone);
        const bool all_but_one = found.rows.size() == before.size() + good.size();
        ASSERT_THAT(found, AreRows(before))
            << "Le membre numéro " << place + 1
            << " de cette famille est refusé par la base : personne ne devait être inscrit. "
            << (tried.surname == "Weber" ? "Son nom est celui d'un autre membre, inscrit juste avant. " : "")
            << (all_but_one
                    ? "Tous les autres le sont : le refus a été passé sous silence (une exception interceptée, un code de retour qu'on ne lit pas, OR IGNORE), et la "
                      "boucle a continué (leçon 6, « La vie d'une transaction »)."
                : over_at_once(run)
                    ? "La transaction a été ouverte, puis terminée avant la première insertion. L'objet SQLite::Transaction ne vit que le "
                      "temps de sa ligne s'il n'a pas de nom, et de son bloc s'il est dans un bloc plus petit (leçon 6, « Quand ça se passe mal »)."
                : run.trace().count("BEGIN") + run.trace().count("SAVEPOINT") == 0
                    ? "Les insertions ont été exécutées en validation automatique : chacune est définitive dès qu'elle réussit, et celles qui "
                      "précèdent le refus restent. Ouvrez une transaction avant la première (leçon 6, « La moitié d'une famille »)."
                    : "Les lignes qui précèdent le refus sont restées : la validation ne doit avoir lieu qu'après la dernière insertion, si "
                      "toutes ont réussi (leçon 6, « La vie d'une transaction »).");

        // Nobody added is only an achievement for an answer that adds somebody.
        const auto next = program(call(base, {good}));
        ASSERT_THAT(next, EndsWell());
        ASSERT_THAT(base.rows("SELECT count(*) FROM utilisateurs"),
                    IsValue(static_cast<std::int64_t>(before.size() + good.size())))
            << "La famille refusée n'est pas inscrite, mais une famille en règle ne l'est pas non plus : voyez d'abord la tâche 1. "
            << (undone(next) ? undone_remark : why(next));
    }
}

TEST_F(InscrireFamille, ExceptionQuiSort)
{
    const Database base = fixture();
    const auto taken = base.rows("SELECT nom FROM utilisateurs ORDER BY id DESC LIMIT 1").only().text().value_or("");
    const std::int64_t age = random(18, 60);
    for (const auto& refused : {Family::value_type{taken, age}, Family::value_type{"Chloé Leroy", -age}}) {
        const auto run = program(call(base, {{{"Alice Leroy", age}, refused, {"Zoé Leroy", age}}}));
        ASSERT_THAT(run, EndsWell()) << why_it_ended(run);
        const auto caught = run.exception("inscrire_famille");
        EXPECT_THAT(run, Throws("inscrire_famille", 19))
            << (!caught && run.trace().count("INSERT") == 0
                    ? "Aucune insertion n'a été exécutée : commencez par la tâche 1."
                : !caught
                    ? "La base a refusé un membre, et le guichet croit la famille inscrite. N'interceptez pas l'exception ; ou, si vous le faites "
                      "pour annuler, relancez-la ensuite (« throw; »). Si vous lisez les codes de retour de l'API C, lancez vous-même une "
                      "SQLite::Exception (leçon 6, « La vie d'une transaction »)."
                : caught->code == 0 && caught->type != "SQLite::Exception"
                    ? "Le guichet apprend bien que la famille est refusée, mais l'exception de SQLite, code 19, a été remplacée par une autre : l'énoncé "
                      "demande qu'elle sorte telle quelle (tâche 2)."
                    : why(run));
    }
}

TEST_F(InscrireFamille, FamilleSuivante)
{
    const Database base = fixture();
    const std::int64_t age = random(18, 60);
    const Family refused = {{"Alice Leroy", age}, {"Chloé Leroy", 151 + age}, {"Zoé Leroy", age}};
    const Family next = {{"Bob Moreau", age}, {"Anne Moreau", std::nullopt}};
    const Family last = {{"Basile Roux", age + 1}};
    const auto run = program(call(base, {refused, next, last}));
    ASSERT_THAT(run, EndsWell()) << why_it_ended(run);
    std::vector<Row> expected;
    append(expected, next);
    append(expected, last);
    const auto still_open = run.returned("transactions restées ouvertes");
    const bool left_open = !still_open.rows.empty() && still_open.rows.front() == Row{1};
    const Table ended = run.returned("inscription");
    const bool second_threw = ended.rows.size() > 1 && ended.rows[1] == Row{"exception"};
    ASSERT_THAT(base.rows("SELECT nom, age FROM utilisateurs WHERE nom LIKE '% Moreau' OR nom LIKE '% Roux'"),
                AreRows(expected))
        << "La première famille est refusée ; les deux suivantes, reçues par la même connexion, doivent être inscrites. "
        << (left_open
                ? "Or la transaction du premier appel est restée ouverte : une erreur ne la ferme pas. Après BEGIN, il faut COMMIT ou ROLLBACK quoi "
                  "qu'il arrive, et c'est ce que fait un objet SQLite::Transaction (leçon 6, « La vie d'une transaction »)."

            : run.trace().count("INSERT") == 0 ? "Aucune insertion n'a été exécutée : commencez par la tâche 1."

            : second_threw ? "Or la deuxième, qui est en règle, a provoqué une exception : voyez d'abord la tâche 1."

                           : "Or aucune exception n'a dit qu'elles ne l'étaient pas : voyez d'abord la tâche 1.");
    EXPECT_THAT(still_open, AreRowsInOrder({{0}, {0}, {0}}))
        << "C'est le nombre de transactions encore ouvertes après chacun des trois appels. Une transaction se termine par COMMIT ou par ROLLBACK "
           "avant la fin de la fonction (leçon 6, « La vie d'une transaction »).";
}
