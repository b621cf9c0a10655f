// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using Enfants = atelier::check::Exercise;
using namespace atelier::check;

namespace {

const std::string orders = "SELECT id, utilisateur_id, total FROM commandes ";

/// What is known of the mistake behind an exception.
std::string why(const Execution& run)
{
    for (const char* scenario : {"creer", "commandes", "dossiers", "corriger", "aussitot"}) {
        const auto caught = run.exception(scenario);
        if (!caught) {
            continue;
        }
        if (caught->what.find("syntax error") != std::string::npos ||
            caught->what.find("unrecognized token") != std::string::npos) {
            return "Si le texte que cite SQLite est un nom : tous passent par identifiant() (leçon 11, « Des noms qui sont des mots de SQL »).";
        }
        if (caught->what.find("no such column") != std::string::npos) {
            return "Le nom de la colonne se demande, par nom_de_colonne<ClasseDe<membre>, membre>() : ce n'est pas toujours utilisateur_id, ni id (leçon 13, « Désigner la clé étrangère »).";
        }
        if (caught->type == "std::invalid_argument" && caught->what.find("NULL") != std::string::npos) {
            return "Une ligne illisible a été lue, alors qu'elle est à un autre parent : c'est à SQLite de choisir les lignes, par WHERE (leçon 13, « Un parent, des enfants »).";
        }
    }
    return {};
}

}  // namespace

TEST_F(Enfants, Reference)
{
    const Database base = database("neuve.db");
    const auto run = program({"creer", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(base.tables(), AreRows({{"utilisateurs"}, {"commandes"}}))
        << "create_all<Commande, Utilisateur> crée deux tables, qui ont les noms de l'énoncé.";
    ASSERT_THAT(base.rows("SELECT name, upper(type), pk FROM pragma_table_info('commandes') ORDER BY cid"),
                AreRows({{"id", "INTEGER", 1}, {"utilisateur_id", "INTEGER", 0}, {"total", "REAL", 0}}))
        << "Les colonnes de la table commandes : nom, type, 1 pour la clé (leçon 11, « Décrire : une spécialisation »).";
    const Table found =
        base.rows("SELECT \"from\" AS colonne, \"table\" AS \"désigne\" FROM pragma_foreign_key_list('commandes')");
    EXPECT_THAT(found, AreRows({{"utilisateur_id", "utilisateurs"}}))
        << (found.empty()
                ? "La table commandes n'a pas de clé étrangère : reference_vers<Utilisateur>() est le troisième argument d'orm::colonne (leçon 13, « Désigner la clé étrangère »)."
                : "C'est la colonne utilisateur_id, et elle seule, qui désigne la table utilisateurs (leçon 13, « Désigner la clé étrangère »).");
}

TEST_F(Enfants, LesSiens)
{
    const Database base = fixture();
    for (const Row& user : base.rows("SELECT id, nom FROM utilisateurs ORDER BY id").rows) {
        const std::string id = user.at(0).show();
        const auto run = program({"commandes", base, id});
        ASSERT_THAT(run, EndsWell()) << why(run);
        const Table expected = base.rows(orders + "WHERE utilisateur_id = " + id + " ORDER BY id");
        const Table found = run.returned("commande");
        ASSERT_THAT(found, AreRows(expected.rows))
            << "Ce sont les commandes (id, utilisateur_id, total) de " << user.at(1).show() << ", l'utilisateur " << id
            << ". Si elles sont à un autre : c'est le membre donné entre chevrons que l'on compare à l'identifiant du parent (leçon 13, « Un parent, des enfants »).";
        EXPECT_THAT(found, AreRowsInOrder(expected.rows))
            << "Ce sont les bonnes commandes, mais pas dans l'ordre de leurs identifiants. Sans order_by, SQLite les donne dans l'ordre qui lui convient, ici celui d'un index (leçon 4, "
               "« L'ordre des lignes »).";
    }
}

TEST_F(Enfants, PasLesAutres)
{
    const Database base =
        fixture("INSERT INTO commandes (id, utilisateur_id, total) VALUES (1000, 7, NULL), (1, 20, NULL);");
    const auto run = program({"commandes", base, 3});
    ASSERT_THAT(run, EndsWell()) << why(run);
    EXPECT_THAT(run.returned("commande"), AreRows(base.rows(orders + "WHERE utilisateur_id = 3").rows))
        << "Deux commandes, d'autres utilisateurs, n'ont pas de total, et ne peuvent pas être lues : elles n'avaient pas à l'être.";
}

TEST_F(Enfants, NomsQuelconques)
{
    const Database base = fixture();
    for (const std::int64_t id : {1, 2, 4, 5, 9, 10}) {
        const auto run = program({"dossiers", base, id});
        ASSERT_THAT(run, EndsWell()) << why(run);
        EXPECT_THAT(
            run.returned("dossier"),
            AreRowsInOrder(
                base.rows("SELECT \"select\", \"order\", \"l'intitulé\" FROM \"group\" WHERE \"order\" = ? ORDER BY 1",
                          {id})
                    .rows))
            << "Les dossiers (numéro, parent, intitulé) contenus dans le dossier " << id
            << ". Un dossier est dans un dossier, son parent peut manquer (std::optional), sa clé est le dernier membre, et les colonnes ont des noms qui sont des mots de SQL (leçon 13, "
               "« Désigner la clé étrangère »).";
    }
}

TEST_F(Enfants, ObjetsDeLaSession)
{
    const Database base = fixture();
    const Table others = base.rows(orders + "WHERE utilisateur_id <> 3");
    const std::int64_t quarters = random(4000, 8000);
    const Value total(static_cast<double>(quarters) / 4);
    const auto run = program({"corriger", base, 3, total.show()});
    ASSERT_THAT(run, EndsWell()) << why(run);
    EXPECT_THAT(run.returned("memes"), IsValue("oui"))
        << "Les mêmes commandes, demandées deux fois, ont donné des objets différents : session.query, ou session.rattacher, rend celui que la session connaît déjà (leçon 12, « Construire "
           "une requête »).";
    EXPECT_THAT(base.rows("SELECT DISTINCT total FROM commandes WHERE utilisateur_id = 3"), IsValue(total))
        << "Le programme a donné le même total à toutes les commandes d'Alice, puis validé. La session n'envoie que les changements des objets qu'elle suit (leçon 13, « Un parent, des enfants »).";
    EXPECT_THAT(base.rows(orders + "WHERE utilisateur_id <> 3"), SameRowsAs(others));
}

TEST_F(Enfants, EnvoiAvantLecture)
{
    const Database base = fixture();
    const auto run = program({"aussitot", base, "Nouvelle"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    EXPECT_THAT(run.returned("apres"), AreRows({{1, "le même"}}))
        << "Une commande vient d'être ajoutée à la session : enfants() l'envoie avant de lire, et rend cet objet-là (leçon 12, « Envoyer avant de lire »).";
    EXPECT_THAT(run.returned("avant"), IsValue(0))
        << "Nouvelle, ajoutée et pas encore envoyée, n'a aucune commande. Celle qui a été trouvée porte l'utilisateur 0 : c'est l'identifiant de Nouvelle lu *avant* l'envoi, qui lui en donne "
           "un vrai. Appelez flush() d'abord (leçon 13, « L'identifiant, après l'envoi »).";
    EXPECT_THAT(
        base.rows(
            "SELECT total FROM commandes WHERE utilisateur_id = (SELECT id FROM utilisateurs WHERE nom = 'Nouvelle')"),
        IsValue(2.5))
        << "À la fin, commit() a tout enregistré : Nouvelle a une commande, de 2,50.";
}
