// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <cstdint>
#include <string>
#include <vector>

using Modifier = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* everyone = "SELECT id, nom, age, ville FROM utilisateurs";
constexpr const char* orders = "SELECT numero, utilisateur_id, article FROM commandes";
constexpr const char* journal = "SELECT quoi FROM journal ORDER BY rowid";

/// What is known of the mistake behind an exception.
std::string why(const Execution& run)
{
    const auto caught = run.exception("jouer");
    if (!caught) {
        return {};
    }
    if (caught->what.find("near \"WHERE\"") != std::string::npos) {
        return "Ce qui précède WHERE n'est pas complet : un UPDATE sans aucune colonne à changer, ou une virgule de trop (leçon 12, « Ce qui a changé »).";
    }
    if (caught->what.find("syntax error") != std::string::npos) {
        return "SQLite a refusé votre SQL : « " + caught->what + " » (leçon 12, « Ce qui a changé »).";
    }
    if (caught->what.find("FOREIGN KEY") != std::string::npos) {
        return "Un utilisateur a été supprimé avant une commande qui le désigne : supprimez dans l'ordre inverse de l'arrivée (leçon 12, « Supprimer, à rebours »).";
    }
    if (caught->what.find("UNIQUE") != std::string::npos) {
        return "Une ligne en a rencontré une autre qui a le même identifiant : si c'est un UPDATE, il lui manque WHERE (leçon 12, « Ce qui a changé »).";
    }
    if (caught->code == 25) {
        return "Le code 25 dit qu'une valeur a été liée à un marqueur qui n'existe pas : seules les colonnes changées en ont un, et le dernier est celui de l'identifiant (leçon 12, "
               "« Ce qui a changé »).";
    }
    if (caught->code == 5) {
        return "La base était verrouillée par une autre connexion : quelque chose a donc été envoyé, alors que rien n'avait changé (leçon 12, « Ce qui a changé »).";
    }
    if (caught->what.find("no such column: id") != std::string::npos) {
        return "La clé ne s'appelle pas toujours id, ni n'est toujours le premier membre : ou_est_la_ligne() donne la condition, avec le bon nom (tâche 3).";
    }
    return {};
}

/// What a table that differs tells: whether an UPDATE was run, and what it touched.
std::string about(const Execution& run, const Database& base)
{
    const Trace& trace = run.trace();
    if (trace.count_prepared("UPDATE") == 0) {
        return "Aucun UPDATE n'a été préparé : modifie() dit-elle vrai, et flush() appelle-t-elle mettre_a_jour() ? ";
    }
    if (trace.count("UPDATE") == 0) {
        return "L'UPDATE a été préparé, mais jamais exécuté : il manque exec() (leçon 3, « La même chose avec SQLiteCpp »). ";
    }
    const Table lines = base.rows("SELECT quoi FROM journal WHERE quoi LIKE 'UPDATE%'");
    if (lines.empty()) {
        return "L'UPDATE a été exécuté, et n'a touché aucune ligne : l'identifiant se lie au dernier marqueur, celui de WHERE. ";
    }
    const auto same = base.rows("SELECT count(DISTINCT nom) FROM utilisateurs").only().integer();
    return same == 1
               ? "Toutes les lignes ont reçu les mêmes valeurs : il manque WHERE (leçon 7, « Modifier des lignes »). "
               : "";
}

}  // namespace

TEST_F(Modifier, MisesAJour)
{
    const Database base = fixture();
    const std::int64_t age = random(61, 90);
    const Table before = base.rows(everyone);
    const auto run = program({"jouer", base, "u1.nom=x'; DROP TABLE commandes; --", "u2.age=" + std::to_string(age),
                              "u3.ville=Vannes", "u4.age=-", "c2.article=assiette", "=", "!"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    std::vector<Row> expected = before.rows;
    expected[0][1] = "x'; DROP TABLE commandes; --";
    expected[1][2] = age;
    expected[2][3] = "Vannes";
    expected[3][2] = nullptr;
    EXPECT_THAT(base.rows(everyone), AreRows(expected))
        << about(run, base)
        << "Un membre a changé chez chacun des quatre utilisateurs : le nom, l'âge, la ville, et l'âge encore, devenu absent (leçon 12, « Ce qui a changé »).";
    EXPECT_THAT(base.rows(orders), AreRows({{1, 1, "théière"}, {2, 2, "assiette"}, {3, 1, "tasse"}}))
        << "L'article de la commande 2 a changé.";
    EXPECT_THAT(run.returned("envoi"), AreRowsInOrder({{"=", "transaction"}, {"!", "rien"}}))
        << "Après flush() (=), une transaction est en cours ; après commit() (!), il n'y en a plus. Un UPDATE hors transaction est aussitôt définitif : commencer() d'abord (leçon 12, "
           "« Une seule transaction »).";
}

TEST_F(Modifier, ColonneChangee)
{
    const Database base = fixture();
    const Table before = base.rows(everyone);
    const auto run =
        program({"jouer", base, "u2", "u1", "@UPDATE utilisateurs SET ville = 'Lorient', age = 7; DELETE FROM journal",
                 "u2.nom=Bobby", "u1.age=90", "u1.ville=Morlaix", "!"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    EXPECT_THAT(base.rows(std::string(everyone) + " WHERE id IN (1, 2)"),
                AreRows({{1, "Alice", 90, "Morlaix"}, {2, "Bobby", 7, "Lorient"}}))
        << "Pendant que la session tenait ces deux utilisateurs, une autre connexion a changé leur âge et leur ville. Ceux de l'utilisateur 2, que le programme n'a pas touchés, "
           "doivent rester : une colonne inchangée ne se renvoie pas (leçon 12, « Ce qui a changé »).";
    EXPECT_THAT(base.rows(journal),
                AreRows({{"UPDATE, utilisateur 2"}, {"nom"}, {"UPDATE, utilisateur 1"}, {"age"}, {"ville"}}))
        << "C'est le journal que tient la base : chaque ligne mise à jour, et chaque colonne que nomme l'UPDATE. Il en faut un par objet modifié, des seules colonnes changées (leçon "
           "12, « Ce qui a changé »).";
}

TEST_F(Modifier, RienDePlus)
{
    const Database base = fixture();
    const Table before = base.rows(everyone);
    const std::string age = before.rows.at(0).at(2).show();
    const auto run = program({"jouer",
                              base,
                              "u1",
                              "u2",
                              "u3",
                              "u4",
                              "c1",
                              "@BEGIN EXCLUSIVE",
                              "=",
                              "!",
                              "@ROLLBACK",
                              "u1.age=99",
                              "u1.age=" + age,
                              "u3.ville=Rennes",
                              "u3.ville=-",
                              "=",
                              "!",
                              "u2.nom=Bobby",
                              "=",
                              "=",
                              "!",
                              "!"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    EXPECT_THAT(base.rows(journal), AreRows({{"UPDATE, utilisateur 2"}, {"nom"}}))
        << "C'est le journal que tient la base. Un seul changement restait à envoyer, le nom de l'utilisateur 2, et une fois : les autres objets ont été lus, ou ont "
           "retrouvé leur valeur. Après l'envoi, la photo est reprise (leçon 12, « Ce qui a changé »).";
    EXPECT_THAT(run.returned("envoi"), AreRowsInOrder({{"=", "rien"},
                                                       {"!", "rien"},
                                                       {"=", "rien"},
                                                       {"!", "rien"},
                                                       {"=", "transaction"},
                                                       {"=", "transaction"},
                                                       {"!", "rien"},
                                                       {"!", "rien"}}))
        << "Après chaque envoi, y a-t-il une transaction en cours ? Quand rien n'a changé, il n'y a pas lieu d'en commencer une (leçon 12, « Ce qui a changé »).";
}

TEST_F(Modifier, Suppressions)
{
    const Database base = fixture();
    const Table before = base.rows(everyone);
    const auto run = program({"jouer", base, "u4.nom=Personne", "-u4", "+Chloé", "-", "+Dora", "-c3",
                              "@UPDATE utilisateurs SET ville = 'Lorient' WHERE id = 4; DELETE FROM journal", "=", "!",
                              "=", "!", "+Ève", "-", "=", "!"});
    const auto caught = run.exception("jouer");
    ASSERT_THAT(run, EndsWell())
        << (caught && caught->code == 5
                ? "Avant l'envoi, une autre connexion écrit dans la base : elle le peut, puisque remove() ne fait que noter (leçon 12, « Supprimer, à rebours »)."
                : why(run));
    std::vector<Row> expected(before.rows.begin(), before.rows.begin() + 3);
    expected.push_back({4, "Dora", nullptr, nullptr});
    expected.back()[0] = base.rows("SELECT id FROM utilisateurs WHERE nom = 'Dora'").only();
    EXPECT_THAT(base.rows(everyone), AreRows(expected))
        << "L'utilisateur 4 est supprimé, et lui seul ; Chloé, ajoutée puis supprimée avant l'envoi, n'arrive jamais ; Dora arrive (leçon 12, « Supprimer, à rebours »).";
    EXPECT_THAT(base.rows(orders), AreRows({{1, 1, "théière"}, {2, 2, "bol"}}))
        << "La commande 3 est supprimée, et elle seule.";
    EXPECT_THAT(base.rows(journal), AreRows({{"DELETE, utilisateur 4"}, {"DELETE, commande 3"}}))
        << "C'est le journal que tient la base. L'utilisateur 4 avait aussi changé de nom : on ne met pas à jour ce que l'on supprime (leçon 12, « Supprimer, à rebours »).";
    const Table sent = run.returned("envoi");
    const bool nothing_for_eve = sent.rows.size() == 6 && sent.rows[2][1] == Value("rien");
    EXPECT_THAT(sent,
                AreRowsInOrder(
                    {{"=", "transaction"}, {"!", "rien"}, {"=", "rien"}, {"!", "rien"}, {"=", "rien"}, {"!", "rien"}}))
        << "Après chaque envoi, y a-t-il une transaction en cours ? "
        << (nothing_for_eve
                ? "Au dernier flush (=), il n'y avait rien à envoyer : Ève, ajoutée puis supprimée avant l'envoi, n'a pas de ligne à supprimer, et passe aussitôt à l'état oublie "
                  "(leçon 12, « Supprimer, à rebours »)."
                : "Le second n'avait rien à envoyer : une ligne supprimée ne l'est qu'une fois, et son objet passe à l'état oublie (leçon 12, « Supprimer, à "
                  "rebours »).");
}

TEST_F(Modifier, EnfantsDAbord)
{
    const Database base = fixture();
    const auto run = program({"jouer", base, "u1", "c1", "c3", "u4", "-u1", "-u4", "-c3", "-c1", "=", "!"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    EXPECT_THAT(
        base.rows(journal),
        AreRowsInOrder(
            {{"DELETE, utilisateur 4"}, {"DELETE, commande 3"}, {"DELETE, commande 1"}, {"DELETE, utilisateur 1"}}))
        << "C'est le journal que tient la base. Les objets sont arrivés dans la session dans cet ordre : utilisateur 1, commandes 1 et 3, utilisateur 4. Les suppressions vont à rebours, quel "
           "que soit l'ordre des remove() : les commandes avant l'utilisateur qu'elles désignent (leçon 12, « Supprimer, à rebours »).";
}
