// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using Vieillir = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr int out_of_bounds = 275;  // SQLITE_CONSTRAINT_CHECK
constexpr const char* everyone = "SELECT id, nom, age FROM utilisateurs ORDER BY id";

const char* const update = " (leçon 7, « Modifier des lignes »).";
const char* const first_task = "L'âge d'une autre personne n'est pas ce qu'il devrait être : voyez d'abord la tâche 1.";
const char* const between = " (leçon 7, « Entre lire et écrire »).";

/// The rows of `people` once `years` have been added to the known age of `id`.
Table aged(Table people, std::int64_t id, std::int64_t years)
{
    for (Row& row : people.rows) {
        if (row.at(0) == Value(id) && !row.at(2).is_null()) {
            row.at(2) = row.at(2).integer().value_or(0) + years;
        }
    }
    return people;
}

Value age_of(const Database& base, std::int64_t id)
{
    return base.rows("SELECT age FROM utilisateurs WHERE id = ?", {id}).only();
}

/// The fourth of the fixture's people: an id that changes between gradings.
std::int64_t drawn(const Database& base)
{
    return base.rows("SELECT id FROM utilisateurs WHERE id BETWEEN 10 AND 900").only().integer().value_or(0);
}

/// What is known of the mistake behind an exception that left a call, or ended the run.
std::string why(const Execution& run)
{
    for (const char* name : {"appel 1", "appel 2", "appel 3", "vieillir", "deux"}) {
        const auto caught = run.exception(name);
        if (!caught) {
            continue;
        }
        if (caught->extended_code == 517) {
            return "Le code 517 (SQLITE_BUSY_SNAPSHOT) dit que votre connexion lisait encore quand elle a voulu écrire, et que l'autre caisse avait "
                   "écrit entre-temps : ce que vous lisiez est périmé. Fermez la lecture avant d'écrire, ou mieux, laissez l'UPDATE lire "
                   "lui-même" +
                   std::string(between);
        }
        if (caught->code == 5) {
            return "Le code 5 dit que le verrou est tenu : votre fonction a laissé une transaction ouverte derrière elle (tâche 4).";
        }
        if (caught->code == 25) {
            return "Le code 25 dit que vous avez lié une position qui n'existe pas : les marqueurs se comptent à partir de 1 (leçon 3, « Quand "
                   "ça se passe mal »).";
        }
        if (caught->what.find("does not expect results") != std::string::npos) {
            return "Une instruction qui a une clause RETURNING rend une ligne : elle s'exécute par executeStep(), pas par exec() (leçon 7, « Insérer "
                   "ou mettre à jour »).";
        }
        if (caught->what.find("No row to get a column") != std::string::npos) {
            return "Une ligne se lit après un executeStep() qui a rendu vrai : cette personne n'était peut-être pas dans la table (tâche 2).";
        }
    }
    return {};
}

/// What is known of the mistake when nothing has changed at all.
std::string unchanged(const Execution& run)
{
    const Trace& trace = run.trace();
    if (trace.closed_in_transaction || (trace.rollbacks > 0 && trace.count("BEGIN") > 0)) {
        return "L'instruction a été exécutée, puis annulée : une transaction n'a pas été validée (commit).";
    }
    if (trace.count("UPDATE") == 0 && trace.count_prepared("UPDATE") > 0) {
        return "Rien n'a changé : préparer et lier n'exécutent rien, c'est exec() qui lance la requête" +
               std::string(update);
    }
    return {};
}

}  // namespace

TEST_F(Vieillir, UnSeulHabitant)
{
    const Database base = fixture();
    const Table before = base.rows(everyone);
    const std::int64_t other = drawn(base);
    constexpr std::int64_t large = 4294967297;  // whose low half is 1
    const std::int64_t years = random(2, 20);
    const auto run = program({"vieillir", base, other, years});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, DoesNotThrow("appel 1")) << why(run);
    const Table found = base.rows(everyone);
    const Value old = aged(before, other, 0).rows.at(3).at(2);
    std::string remark = unchanged(run);
    if (remark.empty() && age_of(base, 1) != before.rows.front().at(2)) {
        remark =
            "Une autre personne a vieilli aussi : un UPDATE sans WHERE modifie toutes les lignes" + std::string(update);
    } else if (remark.empty() && age_of(base, other) == Value(years)) {
        remark = "L'âge est devenu " + std::to_string(years) +
                 " : il fallait l'ajouter à l'ancien. À droite du signe =, age est l'ancien âge" + std::string(update);
    } else if (remark.empty() && age_of(base, other) == old) {
        remark =
            "L'âge n'a pas changé. Si l'instruction a bien été exécutée, sa condition n'a trouvé personne : est-ce la bonne colonne, et liez-vous les "
            "deux valeurs dans l'ordre des marqueurs ?" +
            std::string(update);
    } else if (remark.empty()) {
        remark = "Seul l'âge de cette personne change, de " + std::to_string(years) + " ans" + std::string(update);
    }
    ASSERT_THAT(found, SameRowsAs(aged(before, other, years))) << remark;

    // A greater id, then a correction downwards, on the same connection.
    const auto second = program({"vieillir", base, large, years, 1, -3});
    ASSERT_THAT(second, EndsWell()) << why(second);
    const Table expected = aged(aged(aged(before, other, years), large, years), 1, -3);
    const bool cut = age_of(base, large) == before.rows.back().at(2);
    EXPECT_THAT(base.rows(everyone), SameRowsAs(expected))
        << (cut ? "L'identifiant 4294967297 dépasse 32 bits. Passé par un int, il devient 1, et c'est quelqu'un d'autre qui vieillit : gardez un "
                  "std::int64_t (leçon 3, « Quel identifiant la ligne a-t-elle reçu ? »)."
                : "Chaque appel ajoute ses années à la personne qu'il nomme ; un nombre négatif la rajeunit (tâche 1).");
}

TEST_F(Vieillir, AgeInconnu)
{
    const Database base = fixture();
    const Table before = base.rows(everyone);
    const std::int64_t years = random(2, 20);
    // Number 1 shows that something is done at all; number 3 is a newborn, whose age is known.
    const auto run = program({"vieillir", base, 2, years, 1, 1, 3, 1});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const auto refused = run.exception("appel 1");
    ASSERT_THAT(run, DoesNotThrow("appel 1"))
        << (refused ? why(run) : std::string())
        << " L'âge de cette personne est inconnu : il n'y avait rien à faire échouer.";
    const Table found = base.rows(everyone);
    std::string remark = unchanged(run);
    if (remark.empty() && age_of(base, 1) != aged(before, 1, 1).rows.front().at(2)) {
        remark = first_task;
    } else if (remark.empty() && age_of(base, 2) == Value(years)) {
        remark =
            "L'âge était inconnu, et le voici égal aux années ajoutées, comme s'il avait été 0 : coalesce(age, 0), ou getInt() sur NULL, "
            "inventent un âge. NULL + 1 vaut NULL, il n'y a rien à prévoir" +
            std::string(update);
    } else if (remark.empty() && age_of(base, 3) == Value(0)) {
        remark =
            "La troisième personne a 0 an, ce n'est pas un âge inconnu : elle a maintenant un an" + std::string(update);
    }
    EXPECT_THAT(found, SameRowsAs(aged(aged(before, 1, 1), 3, 1))) << remark;
    Table told = run.returned("appel 1");
    told.columns = {"rendu pour un âge inconnu"};
    EXPECT_THAT(told, IsValue(1))
        << "La personne dont l'âge est inconnu est bien dans la table : la fonction rend 1 (tâche 2).";
}

TEST_F(Vieillir, NombreDeLignes)
{
    const Database base = fixture("CREATE TABLE historique (qui INTEGER, age INTEGER) STRICT;"
                                  "CREATE TRIGGER anniversaire AFTER UPDATE ON utilisateurs"
                                  " BEGIN INSERT INTO historique VALUES (NEW.id, NEW.age); END;");
    const Table before = base.rows(everyone);
    const std::int64_t nobody = random(4, 9);  // the fixture's people have other ids
    const std::int64_t other = drawn(base);
    const auto run = program({"vieillir", base, 1, 1, nobody, 1, other, 2, 1, -2, nobody, 3});
    ASSERT_THAT(run, EndsWell()) << why(run);
    // A count is only worth something if what it counts has been done.
    const std::string reason = unchanged(run) + why(run);
    ASSERT_THAT(base.rows(everyone), SameRowsAs(aged(aged(before, 1, -1), other, 2)))
        << (reason.empty() ? std::string(first_task) : reason);
    Table told{{"appel", "rendu"}, {}, {}};
    for (std::int64_t call = 1; call <= 5; ++call) {
        for (const Row& row : run.returned("appel " + std::to_string(call)).rows) {
            told.rows.push_back({call, row.front()});
        }
    }
    const auto value = [&](std::size_t call) {
        return told.rows.size() == 5 ? told.rows.at(call - 1).back().integer().value_or(-1) : -1;
    };
    std::string remark = "La personne des appels 2 et 5 n'est pas dans la table, les autres si" + std::string(update);
    if (value(1) == 2 && value(2) == 2 && value(3) == 4) {
        remark =
            "Le compte ne repart pas de zéro, et les lignes de l'historique y sont aussi : getTotalChanges() compte tout ce qui a été modifié depuis "
            "l'ouverture de la connexion, déclencheurs compris" +
            std::string(update);
    } else if (value(1) == 1 && value(2) == 1 && value(4) == 1) {
        remark = "Vous rendez 1 même quand il n'y a personne : exec() rend le nombre de lignes modifiées" +
                 std::string(update);
    } else if (value(1) == 0 && value(3) == 0 && value(4) == 0) {
        remark = "Vous rendez toujours 0 : exec() rend le nombre de lignes modifiées" + std::string(update);
    }
    EXPECT_THAT(told, AreRowsInOrder({{1, 1}, {2, 0}, {3, 1}, {4, 1}, {5, 0}})) << remark;
}

TEST_F(Vieillir, AgeImpossible)
{
    const Database base = fixture();
    const Table before = base.rows(everyone);
    const std::int64_t other = drawn(base);
    const auto run = program({"vieillir", base, other, random(151, 200), 3, -random(1, 9), 1, 1});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const auto after_refusal = run.exception("appel 3");
    ASSERT_THAT(base.rows(everyone), SameRowsAs(aged(before, 1, 1)))
        << (age_of(base, other) == Value(150)
                ? "L'âge ne change pas du tout : il n'est pas ramené de force dans l'intervalle. La table refuse, et l'appelant l'apprend (tâche 3)."
            : after_refusal && after_refusal->what.find("within a transaction") != std::string::npos
                ? "Un âge a été refusé, et votre transaction est restée ouverte : l'appel suivant ne peut plus en ouvrir une. Un objet SQLite::Transaction "
                  "annule de lui-même quand une exception passe (leçon 6)."
            : !unchanged(run).empty() ? unchanged(run)
            : age_of(base, 1) != aged(before, 1, 1).rows.front().at(2)
                ? first_task
                : "Les deux premiers âges sont impossibles, et ne changent pas ; le troisième augmente d'un an (tâche 3).");
    for (const char* call : {"appel 1", "appel 2"}) {
        EXPECT_THAT(run, Throws(call, out_of_bounds))
            << (run.trace().count("UPDATE OR") > 0
                    ? "UPDATE OR IGNORE renonce sans le dire : l'appelant doit apprendre que l'âge est impossible (tâche 3)."
                : run.exception(call)
                    ? "L'exception attendue est celle de SQLite, avec le code du CHECK de la table : laissez-la passer telle quelle (tâche 3)."
                : !run.trace().logged("CHECK constraint failed")
                    ? "La table n'a rien eu à refuser : aucune instruction n'a tenté d'y écrire cet âge. Si l'UPDATE a été exécuté, sa condition n'a trouvé "
                      "personne (voyez d'abord la tâche 1) ; et si vous vérifiez l'âge vous-même, laissez plutôt le CHECK de la table juger (tâche 3)."
                    : "L'appelant doit apprendre que l'âge est impossible : n'interceptez pas l'exception, et laissez le CHECK de la table juger "
                      "(tâche 3).");
    }
}

TEST_F(Vieillir, DeuxCaisses)
{
    const Database base = fixture();
    const std::int64_t other = drawn(base);
    const Table before = base.rows(everyone);
    const std::int64_t years = random(2, 5);
    const std::int64_t theirs = random(10, 20);
    const auto run = program({"deux", base, other, years, theirs});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, DoesNotThrow("appel 1")) << why(run);
    const Value start = before.rows.at(3).at(2);
    const Value now = age_of(base, other);
    const auto plus = [&](std::int64_t more) { return Value(start.integer().value_or(0) + more); };
    std::string remark = "Vos " + std::to_string(years) + " ans et les " + std::to_string(theirs) +
                         " de l'autre caisse s'ajoutent" + std::string(between);
    if (run.returned("pendant").only() == Value(1) && now == plus(years)) {
        remark =
            "L'autre caisse a ajouté " + std::to_string(theirs) +
            " ans entre votre lecture de l'âge et votre écriture, qui les a effacés. Laissez SQLite lire et écrire en une seule instruction : "
            "SET age = age + ?" +
            std::string(between);
    } else if (age_of(base, 1) != before.rows.front().at(2)) {
        remark = first_task;
    } else if (now == plus(theirs)) {
        const std::string reason = unchanged(run);
        remark = "Vos années manquent : il n'y a que celles de l'autre caisse. " +
                 (reason.empty() ? "Voyez d'abord la tâche 1." : reason);
    }
    EXPECT_THAT(base.rows(everyone), SameRowsAs(aged(before, other, years + theirs))) << remark;
}
