// Échoue : DeuxFoisSansErreur
// Sans IF NOT EXISTS, le second lancement échoue : la table existe déjà.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void creer_table(SQLite::Database& base)
{
    base.exec(R"(
        CREATE TABLE utilisateurs (
            id INTEGER PRIMARY KEY,
            nom TEXT,
            age INTEGER
        )
    )");
}
