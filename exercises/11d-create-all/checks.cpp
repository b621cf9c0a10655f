// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using CreateAll = atelier::check::Exercise;
using namespace atelier::check;

namespace {

/// The columns of `table`: name, type in capitals, whether NULL is refused (never asked of the key), whether it is the key.
Table columns(const Database& base, const std::string& table)
{
    return base.rows(
        "SELECT name AS nom, upper(type) AS type, CASE WHEN pk > 0 THEN NULL ELSE \"notnull\" END AS \"NOT NULL\", pk AS "
        "\"clé\" FROM pragma_table_info(?) ORDER BY cid",
        {table});
}

Table references(const Database& base, const std::string& table)
{
    return base.rows("SELECT \"from\" AS colonne, \"table\" AS \"désigne\" FROM pragma_foreign_key_list(?)", {table});
}

/// The tables in the order of their creation.
std::vector<std::string> order(const Database& base)
{
    std::vector<std::string> names;
    for (const Row& row : base.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid").rows) {
        names.push_back(row.at(0).text().value_or(""));
    }
    return names;
}

bool comes_before(const std::vector<std::string>& names, const std::string& first, const std::string& then)
{
    const auto at = std::find(names.begin(), names.end(), first);
    return at != names.end() && std::find(at, names.end(), then) != names.end();
}

const std::vector<Row> seed_columns{{"id", "INTEGER", nullptr, 1}, {"nom", "TEXT", 1, 0}, {"age", "INTEGER", 0, 0}};

/// What is known of the mistake behind an exception.
std::string why(const Execution& run, const std::string& scenario = "creer")
{
    const auto caught = run.exception(scenario);
    if (!caught) {
        return {};
    }
    if (caught->what.find("already exists") != std::string::npos) {
        return "Cette table existait déjà, et n'avait pas à être créée (leçon 2, « Relancer le programme sans dégât »).";
    }
    if (caught->what.find("syntax error") != std::string::npos ||
        caught->what.find("unrecognized token") != std::string::npos) {
        return "SQLite n'a pas compris l'instruction. Si le texte qu'il cite est un nom de table ou de colonne : un nom qui est aussi un mot de SQL, ou "
               "qui contient une espace ou un guillemet, doit être protégé (leçon 11, « Des noms qui sont des mots de SQL »).";
    }
    return {};
}

}  // namespace

TEST_F(CreateAll, Tutoriel)
{
    const Database base = database("base.db");
    const auto run = program({"creer", base, "tutoriel"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(base.tables(), AreRows({{"utilisateurs"}}))
        << "create_all<Utilisateur> crée la table utilisateurs (leçon 11, « Créer toutes les tables »).";
    EXPECT_THAT(columns(base, "utilisateurs"), AreRowsInOrder(seed_columns))
        << "Une ligne par colonne : nom, type, 1 si elle refuse NULL (sans objet pour la clé), 1 si elle est la clé (leçon 11, « Parcourir les colonnes »).";
    ASSERT_THAT(base.execute("INSERT INTO utilisateurs (nom) VALUES ('Alice')"), AreRows({}));
    EXPECT_THAT(base.rows("SELECT id FROM utilisateurs"), IsValue(1))
        << "SQLite ne choisit l'identifiant que si la colonne est exactement INTEGER PRIMARY KEY (leçon 2, « La clé que SQLite numérote »).";
}

TEST_F(CreateAll, PlusieursTables)
{
    const Database base = database("quatre.db");
    const auto run = program({"creer", base, "parents-devant"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(base.tables(), AreRows({{"utilisateurs"}, {"articles"}, {"commandes"}, {"lignes"}}))
        << "create_all a reçu quatre entités : chacune a sa table (leçon 11, « Créer toutes les tables »).";
    EXPECT_THAT(columns(base, "lignes"), AreRowsInOrder({{"id", "INTEGER", nullptr, 1},
                                                         {"commande_id", "INTEGER", 1, 0},
                                                         {"article_id", "INTEGER", 0, 0},
                                                         {"quantite", "INTEGER", 1, 0}}));
    EXPECT_THAT(columns(base, "articles"),
                AreRowsInOrder({{"id", "INTEGER", nullptr, 1}, {"libelle", "TEXT", 1, 0}, {"prix", "REAL", 1, 0}}));

    const Database alone = database("une.db");
    const auto one = program({"creer", alone, "commande-seule"});
    ASSERT_THAT(one, EndsWell()) << why(one);
    EXPECT_THAT(alone.tables(), AreRows({{"commandes"}}))
        << "create_all<Commande> ne crée que la table commandes, sans celle qu'elle désigne : on ne l'a pas donnée.";
}

TEST_F(CreateAll, Relance)
{
    const Database base = fixture();
    const Table users = base.rows("SELECT id, nom FROM utilisateurs");
    const Table recipes = base.rows("SELECT titre FROM recettes");
    for (int i = 0; i < 2; ++i) {
        const auto run = program({"creer", base, "parents-devant"});
        ASSERT_THAT(run, EndsWell()) << why(run);
    }
    ASSERT_THAT(base.tables(), AreRows({{"utilisateurs"}, {"recettes"}, {"articles"}, {"commandes"}, {"lignes"}}))
        << "La base avait deux tables, utilisateurs et recettes ; il manquait les trois autres.";
    EXPECT_THAT(base.rows("SELECT id, nom FROM utilisateurs"), SameRowsAs(users))
        << "La table utilisateurs existait, avec ces lignes : create_all ne la remplace pas (leçon 2, « Relancer le programme sans dégât »).";
    EXPECT_THAT(base.rows("SELECT titre FROM recettes"), SameRowsAs(recipes))
        << "Cette table-là n'est à personne : on n'y touche pas.";
    EXPECT_THAT(columns(base, "utilisateurs"), AreRowsInOrder({{"id", "INTEGER", nullptr, 1}, {"nom", "TEXT", 1, 0}}))
        << "create_all ne fait pas évoluer une table : ce sera le travail d'une migration.";
}

TEST_F(CreateAll, NomsQuelconques)
{
    const Database base = database("base.db");
    const auto run = program({"creer", base, "groupes"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(base.tables(), AreRows({{"group"}, {"membres d'un groupe"}}))
        << "Le nom de la table est exactement celui de la description (leçon 11, « Des noms qui sont des mots de SQL »).";
    EXPECT_THAT(columns(base, "group"), AreRowsInOrder({{"select", "INTEGER", nullptr, 1},
                                                        {"order", "TEXT", 1, 0},
                                                        {"dit \"le petit\"", "TEXT", 0, 0},
                                                        {"fondé en", "INTEGER", 0, 0}}))
        << "Le nom de chaque colonne est exactement celui de la description ; un guillemet s'y écrit deux fois (leçon 11, « Des noms qui sont des mots de "
           "SQL »).";
    EXPECT_THAT(columns(base, "membres d'un groupe"),
                AreRowsInOrder({{"id", "INTEGER", nullptr, 1}, {"from", "INTEGER", 1, 0}}));
}

TEST_F(CreateAll, ClesEtrangeres)
{
    const Database base = database("base.db");
    const auto run = program({"creer", base, "parents-devant"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    EXPECT_THAT(references(base, "lignes"), AreRows({{"commande_id", "commandes"}, {"article_id", "articles"}}))
        << "Ce sont les clés étrangères de la table lignes. Une colonne dont colonne.parent n'est pas vide désigne cette table, par REFERENCES (leçon 11, « Les "
           "parents d'abord »).";
    EXPECT_THAT(references(base, "commandes"), AreRows({{"utilisateur_id", "utilisateurs"}}));
    EXPECT_THAT(references(base, "utilisateurs"), AreRows({})) << "La table utilisateurs ne désigne personne.";
    const std::string id = std::to_string(random(100, 900));
    ASSERT_THAT(base.execute("PRAGMA foreign_keys = ON; INSERT INTO utilisateurs (id, nom) VALUES (" + id +
                             ", 'Alice'); INSERT INTO commandes (utilisateur_id, payee) VALUES (" + id + ", 1);"),
                AreRows({}))
        << "Une commande d'Alice doit être acceptée : la colonne désigne la clé primaire d'utilisateurs.";

    const Database groups = database("groupes.db");
    const auto hostile = program({"creer", groups, "groupes"});
    ASSERT_THAT(hostile, EndsWell()) << why(hostile);
    EXPECT_THAT(references(groups, "membres d'un groupe"), AreRows({{"from", "group"}}))
        << "Le nom de la table désignée se protège comme les autres (leçon 11, « Des noms qui sont des mots de SQL »).";
}

TEST_F(CreateAll, ParentsDAbord)
{
    for (const std::string set : {"parents-devant", "parents-derriere", "parents-partout"}) {
        const Database base = database(set + ".db");
        const auto run = program({"creer", base, set});
        ASSERT_THAT(run, EndsWell()) << why(run);
        const std::vector<std::string> names = order(base);
        ASSERT_THAT(base.tables(), AreRows({{"utilisateurs"}, {"articles"}, {"commandes"}, {"lignes"}}));
        for (const auto& [parent, child] : std::vector<std::pair<std::string, std::string>>{
                 {"utilisateurs", "commandes"}, {"commandes", "lignes"}, {"articles", "lignes"}}) {
            EXPECT_TRUE(comes_before(names, parent, child))
                << "La table " << child << " a été créée avant " << parent
                << ", qu'elle désigne. L'ordre était, pour l'ensemble « " << set << " » : " << names[0] << ", "
                << names[1] << ", " << names[2] << ", " << names[3] << " (leçon 11, « Les parents d'abord »).";
        }
    }
    const Database groups = database("groupes.db");
    const auto run = program({"creer", groups, "groupes"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    EXPECT_TRUE(comes_before(order(groups), "group", "membres d'un groupe"))
        << "La table « membres d'un groupe » a été créée avant « group », qu'elle désigne (leçon 11, « Les parents d'abord »).";
}
