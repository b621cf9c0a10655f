// Échoue : LaisseSortirLErreur
// tryExec ne lance jamais d'exception : elle rend un code d'erreur, et ici personne ne le lit.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void creer_table(SQLite::Database& base)
{
    base.tryExec(R"(
        CREATE TABLE IF NOT EXISTS utilisateurs (
            id INTEGER PRIMARY KEY,
            nom TEXT,
            age INTEGER
        )
    )");
}
