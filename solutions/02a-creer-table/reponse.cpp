// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void creer_table(SQLite::Database& base)
{
    // Une chaîne brute garde le SQL lisible. IF NOT EXISTS rend l'appel répétable : on peut l'exécuter à chaque démarrage.
    // INTEGER PRIMARY KEY, écrit exactement ainsi, fait de `id` le numéro de ligne que SQLite attribue lui-même.
    base.exec(R"(
        CREATE TABLE IF NOT EXISTS utilisateurs (
            id INTEGER PRIMARY KEY,
            nom TEXT,
            age INTEGER
        )
    )");
    // Rien d'autre : si la création échoue, exec() lance SQLite::Exception et l'appelant décide.
}
