// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using DepuisLigne = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* everyone = "SELECT id, nom, age FROM utilisateurs ORDER BY id";

/// What is known of the mistake behind an exception that should not be.
std::string why(const Execution& run)
{
    const auto caught = run.exception("depuis_ligne");
    if (!caught) {
        return {};
    }
    if (caught->what.find("Unknown column name") != std::string::npos) {
        return "SQLiteCpp n'a pas trouvé de colonne de ce nom : les noms à chercher sont ceux de la description, colonne.nom (leçon 11, « De la ligne à "
               "l'objet »).";
    }
    if (caught->type == "std::invalid_argument" || caught->type == "std::out_of_range") {
        return "Conversion a refusé une valeur : « " + caught->what +
               " ». Toutes convenaient pourtant à leur colonne ; une autre a dû être lue à la place (leçon 11, « De la ligne à l'objet »).";
    }
    return {};
}

bool all_empty(const Table& found)
{
    return !found.rows.empty() && std::all_of(found.rows.begin(), found.rows.end(), [](const Row& row) {
        return row.at(0) == Value(0) && row.at(1) == Value("");
    });
}

}  // namespace

TEST_F(DepuisLigne, Lecture)
{
    const Database base = fixture();
    const auto run = program({"lire", base, "utilisateur", everyone});
    ASSERT_THAT(run, EndsWell());
    ASSERT_THAT(run, DoesNotThrow("depuis_ligne")) << why(run);
    const Table found = run.returned("objet");
    EXPECT_THAT(found, AreRowsInOrder(base.rows(everyone).rows))
        << "À gauche, les lignes de la table ; à droite, les objets : id, nom, age. "
        << (all_empty(found)
                ? "Les membres ont gardé leur valeur initiale : rien n'a été écrit par objet.*colonne.membre (leçon 11, « De la ligne à "
                  "l'objet »)."
                : "");
}

TEST_F(DepuisLigne, ParLeNom)
{
    const Database base = fixture();
    const std::vector<Row> expected = base.rows(everyone).rows;
    for (const std::string sql :
         {"SELECT age, nom, id FROM utilisateurs ORDER BY id", "SELECT * FROM utilisateurs ORDER BY id",
          "SELECT commune, id, 'Alice' AS prenom, age, 7 AS identifiant, nom FROM utilisateurs ORDER BY id",
          "SELECT age + 0 AS age, upper(commune) AS c, id, nom FROM utilisateurs ORDER BY id"}) {
        const auto run = program({"lire", base, "utilisateur", sql});
        ASSERT_THAT(run, EndsWell());
        ASSERT_THAT(run, DoesNotThrow("depuis_ligne"))
            << "La requête était « " << sql
            << " ». Si vous lisez par position, la première colonne du résultat n'est pas toujours la première de la "
            << "description (leçon 11, « De la ligne à l'objet »). " << why(run);
        EXPECT_THAT(run.returned("objet"), AreRowsInOrder(expected))
            << "La requête était « " << sql
            << " » : mêmes colonnes, dans un autre ordre, et d'autres avec elles. Une valeur qui se retrouve dans le mauvais "
            << "membre a été lue par sa position, et non par son nom (leçon 11, « De la ligne à l'objet »).";
    }
}

TEST_F(DepuisLigne, ColonneManquante)
{
    const Database base = fixture();
    // It reads what is whole, at least.
    const auto whole = program({"lire", base, "utilisateur", everyone});
    ASSERT_THAT(whole, EndsWell());
    ASSERT_THAT(whole.returned("objet"), AreRowsInOrder(base.rows(everyone).rows)) << "Commencez par la tâche 1.";
    for (const std::string sql : {"SELECT id, nom FROM utilisateurs", "SELECT id, nom, age AS ans FROM utilisateurs",
                                  "SELECT nom, age, commune FROM utilisateurs"}) {
        const auto run = program({"lire", base, "utilisateur", sql});
        ASSERT_THAT(run, EndsWell());
        EXPECT_THAT(run, Throws("depuis_ligne"))
            << "La requête était « " << sql
            << " » : il y manque une colonne de la description. L'objet est revenu quand même, avec une valeur que la base n'a "
            << "pas donnée (leçon 11, « De la ligne à l'objet »).";
    }
}

TEST_F(DepuisLigne, ValeurRefusee)
{
    const Database base = fixture();
    const auto whole = program({"lire", base, "utilisateur", everyone});
    ASSERT_THAT(whole, EndsWell());
    ASSERT_THAT(whole.returned("objet"), AreRowsInOrder(base.rows(everyone).rows)) << "Commencez par la tâche 1.";
    struct Case {
        std::string sql;
        const char* exception;
        const char* reason;
    };
    for (const Case& one :
         {Case{"SELECT 1 AS id, NULL AS nom, 30 AS age", "std::invalid_argument", "nom y est NULL"},
          Case{"SELECT 1 AS id, 'Alice' AS nom, 3000000000 AS age", "std::out_of_range",
               "age n'y tient pas dans un int"},
          Case{"SELECT 1 AS id, 'Alice' AS nom, 'trente' AS age", "std::invalid_argument", "age y est un texte"}}) {
        const auto run = program({"lire", base, "utilisateur", one.sql});
        ASSERT_THAT(run, EndsWell());
        const auto caught = run.exception("depuis_ligne");
        EXPECT_THAT((Table{{"exception"}, {{caught ? Value(caught->type) : Value()}}, {}}), IsValue(one.exception))
            << "La requête était « " << one.sql << " » : " << one.reason
            << ". orm::Conversion le refuse ; son exception doit sortir de depuis_ligne telle quelle (leçon 11, « Lire sans deviner »).";
    }
}

TEST_F(DepuisLigne, AutreEntite)
{
    const Database base = fixture();
    const std::string order = " FROM releves ORDER BY numero";
    const std::vector<Row> expected =
        base.rows("SELECT numero, CAST(replace(jour, '-', '') AS INTEGER), temperature, ciel, pluie, remarque" + order)
            .rows;
    for (const std::string columns : {"*", "remarque, pluie, ciel, temperature, jour, numero"}) {
        const auto run = program({"lire", base, "releve", "SELECT " + columns + order});
        ASSERT_THAT(run, EndsWell());
        ASSERT_THAT(run, DoesNotThrow("depuis_ligne")) << why(run);
        EXPECT_THAT(run.returned("objet"), AreRowsInOrder(expected))
            << "Ce sont des relevés météo : numéro, jour (année, mois et jour à la suite), température, ciel, pluie, remarque. orm::Table<T> dit quelles colonnes "
               "lire, et dans quels membres (leçon 11, « De la ligne à l'objet »).";
    }
}
