// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using Decrire = atelier::check::Exercise;
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

/// What is known of the mistake behind the SQL that was refused, or of the table that was not made.
std::string why(const Execution& run)
{
    const std::string sql = run.returned("sql").only().text().value_or("");
    const std::size_t comma = sql.find_last_not_of(" )\n;");
    if (run.ending() == Ending::exception && comma != std::string::npos && sql[comma] == ',') {
        return "Votre SQL est « " + sql +
               " » : une virgule suit la dernière colonne, et SQLite attend alors une colonne de plus (leçon 11, « Parcourir les colonnes »).";
    }
    if (run.ending() == Ending::exception && !sql.empty()) {
        return "Votre SQL est « " + sql + " ».";
    }
    return {};
}

/// What a table that differs tells; `table` is that of the base.
std::string about(const Execution& run, const Table& found, const Database& base, bool wants_key = true)
{
    const std::string sql = run.returned("sql").only().text().value_or("");
    if (sql.empty()) {
        return "sql_creation a rendu un texte vide.";
    }
    const std::string shown = "Votre SQL est « " + sql + " ». ";
    if (found.empty()) {
        const Table tables = base.tables();
        return shown +
               (tables.empty()
                    ? "Il ne crée pas de table."
                    : "Il ne crée pas la table de cette entité : son nom est orm::Table<T>::nom, ses colonnes, celles de T.");
    }
    const bool has_key =
        std::any_of(found.rows.begin(), found.rows.end(), [](const Row& row) { return row.at(3) != Value(0); });
    return shown +
           (has_key || !wants_key
                ? ""
                : "Aucune colonne n'y est la clé : celle dont est_cle est vrai porte PRIMARY KEY, et c'est orm::cle_primaire, dans la "
                  "description, qui le rend vrai (leçon 11, « Parcourir les colonnes »).");
}

}  // namespace

TEST_F(Decrire, Description)
{
    const std::int64_t id = random(3'000'000'000, 4'000'000'000);
    const std::int64_t age = random(18, 90);
    const auto run = program({"decrire", id, "Zoé", age});
    ASSERT_THAT(run, EndsWell());
    ASSERT_THAT(run.returned("table"), IsValue("utilisateurs"))
        << "C'est orm::Table<Utilisateur>::nom (leçon 11, « Décrire : une spécialisation »).";
    const Table found = run.returned("colonne");
    bool key = false;
    for (const Row& row : found.rows) {
        key = key || row.at(2) == Value(1);
    }
    EXPECT_THAT(found, AreRowsInOrder({{"id", id, 1}, {"nom", "Zoé", 0}, {"age", age, 0}}))
        << "Chaque ligne est une colonne de votre description : son nom, ce que son membre vaut chez une habitante d'identifiant "
        << id << ", nommée Zoé, de " << age
        << " ans, et 1 si c'est la clé (leçon 11, « Décrire : une spécialisation »). "
        << (!found.empty() && !key
                ? "Aucune n'est la clé : orm::colonne a pour cela un troisième argument, orm::cle_primaire."
                : "");
}

TEST_F(Decrire, TableCreee)
{
    const Database base = database("base.db");
    const auto run = program({"creer", base, "utilisateur"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = columns(base, "utilisateurs");
    ASSERT_THAT(found.select({"nom", "type", "clé"}),
                AreRowsInOrder({{"id", "INTEGER", 1}, {"nom", "TEXT", 0}, {"age", "INTEGER", 0}}))
        << about(run, found, base);
    ASSERT_THAT(base.execute("INSERT INTO utilisateurs (nom, age) VALUES ('Alice', 30), ('Bob', 40)"), AreRows({}));
    EXPECT_THAT(base.rows("SELECT id, nom FROM utilisateurs"), AreRows({{1, "Alice"}, {2, "Bob"}}))
        << "SQLite ne choisit l'identifiant que si la colonne est exactement INTEGER PRIMARY KEY (leçon 2, « La clé que SQLite numérote »).";
}

TEST_F(Decrire, ValeursAbsentes)
{
    const Database base = database("base.db");
    const auto run = program({"creer", base, "utilisateur"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = columns(base, "utilisateurs");
    EXPECT_THAT(found, AreRowsInOrder({{"id", "INTEGER", nullptr, 1}, {"nom", "TEXT", 1, 0}, {"age", "INTEGER", 0, 0}}))
        << "Une ligne par colonne : nom, type, 1 si elle refuse NULL (sans objet pour la clé), 1 si elle est la clé. Un std::optional accepte NULL, et lui "
           "seul : une std::string ne saurait qu'en faire (leçon 11, « Parcourir les colonnes »). "
        << about(run, found, base);
}

TEST_F(Decrire, AutresEntites)
{
    struct Expected {
        const char* entity;
        const char* table;
        std::vector<Row> columns;
    };
    const std::vector<Expected> all{
        {"livre",
         "livres",
         {{"titre", "TEXT", 1, 0},
          {"numero", "INTEGER", nullptr, 1},
          {"prix", "REAL", 0, 0},
          {"disponible", "INTEGER", 1, 0},
          {"remarque", "TEXT", 0, 0}}},
        {"jeton", "jetons", {{"numero", "INTEGER", nullptr, 1}}},
        {"mesure", "mesures", {{"valeur", "REAL", 1, 0}, {"capteur", "INTEGER", 0, 0}}},
    };
    for (const Expected& one : all) {
        const Database base = database(std::string(one.entity) + ".db");
        const auto run = program({"creer", base, one.entity});
        ASSERT_THAT(run, EndsWell()) << why(run);
        const Table found = columns(base, one.table);
        EXPECT_THAT(found, AreRowsInOrder(one.columns))
            << "Une ligne par colonne de la table " << one.table
            << " : nom, type, 1 si elle refuse NULL (sans objet pour la clé), 1 si elle est la clé. "
            << about(run, found, base, one.table != std::string("mesures"));
    }
}
