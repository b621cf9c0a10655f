// Échoue : TroisColonnes
// Une table TEMP appartient à la connexion : elle n'est pas dans le fichier, et disparaît à la fermeture.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void creer_table(SQLite::Database& base)
{
    base.exec(R"(
        CREATE TEMP TABLE IF NOT EXISTS utilisateurs (
            id INTEGER PRIMARY KEY,
            nom TEXT,
            age INTEGER
        )
    )");
}
