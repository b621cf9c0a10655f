// Échoue : AgePasEntier
// Sans STRICT ni CHECK, INTEGER n'est qu'une préférence : 'trente' est rangé tel quel.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void creer_table_exigeante(SQLite::Database& base)
{
    base.exec(R"(
        CREATE TABLE utilisateurs (
            id INTEGER PRIMARY KEY,
            nom TEXT NOT NULL CHECK (length(nom) BETWEEN 1 AND 50),
            age INTEGER
        )
    )");
}
