// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

using PremierPas = atelier::check::Exercise;
using namespace atelier::check;

TEST_F(PremierPas, SalueChacun)
{
    // Drawn, so that no answer can know it in advance.
    constexpr std::array names{"Bob", "Zoé", "Émile", "Inès", "Jean-Marc", "D'Artagnan"};
    const std::string name = names.at(static_cast<std::size_t>(random(0, names.size() - 1)));

    const auto run = program({"saluer", "Alice", name});
    ASSERT_THAT(run, EndsWell());

    const Table said = run.returned("bonjour");
    std::string remark =
        "Comparez signe par signe : « Bonjour », une virgule, une espace, le prénom, un point, et rien d'autre.";
    if (said.rows == std::vector<Row>{Row{""}, Row{""}}) {
        remark =
            run.out().find("Alice") == std::string::npos
                ? "Votre fonction rend un texte vide. Dans reponse.cpp, remplacez ce qui suit « return » dans bonjour (tâche 1)."
                : "Votre fonction affiche la phrase, mais rend un texte vide. C'est « return » qui rend une valeur ; le programme "
                  "donné se charge de l'afficher.";
    } else if (said.rows.size() == 2 && said.rows.front() == said.rows.back()) {
        remark =
            "Alice et " + name +
            " reçoivent la même phrase : le prénom à écrire est dans le paramètre « prenom », qui change à chaque appel.";
    }
    EXPECT_THAT(said, AreRowsInOrder({{"Bonjour, Alice."}, {"Bonjour, " + name + "."}})) << remark;
}

TEST_F(PremierPas, LitLePremierNom)
{
    const Database base = fixture();
    const Value expected = base.rows("SELECT nom FROM utilisateurs WHERE id = 1").only();

    const auto run = program({"premier", base});
    const auto caught = run.exception("premier");
    const bool no_row = caught && caught->what.find("No row to get a column") != std::string::npos;
    ASSERT_THAT(run, EndsWell())
        << (no_row
                ? "Une requête préparée (SQLite::Statement) ne donne une valeur qu'après un appel d'executeStep() qui a rendu vrai. "
                  "La ligne que montre l'énoncé, avec execAndGet, s'en charge (tâche 2)."
            : caught && caught->code == 1
                ? "Dans la base, la table s'appelle utilisateurs, et ses colonnes id, nom et age (tâche 2)."
                : "");

    const Value name = run.returned("premier_inscrit").only();
    std::string remark = "Le nom attendu est dans la colonne nom, à la ligne dont l'id vaut 1 (tâche 2).";
    if (name == Value("")) {
        remark =
            "Votre fonction rend un texte vide. L'énoncé montre comment lire un âge dans la base ; adaptez-le pour lire un nom (tâche 2).";
    } else if (run.trace().statements.empty()) {
        remark =
            "Aucune requête n'a été envoyée à la base. Le nom n'est pas connu d'avance : il faut le demander avec SELECT (tâche 2).";
    } else if (name == base.rows("SELECT CAST(age AS TEXT) FROM utilisateurs WHERE id = 1").only()) {
        remark = "C'est l'âge de la bonne personne : après SELECT, nommez la colonne nom (tâche 2).";
    } else if (!base.rows("SELECT 1 FROM utilisateurs WHERE nom = ? AND id <> 1", {name}).empty()) {
        remark = "C'est le nom d'un autre inscrit : « WHERE id = 1 » choisit la ligne du premier (tâche 2).";
    }
    EXPECT_THAT(run.returned("premier_inscrit"), IsValue(expected)) << remark;
}
