// Échoue : NomAbsent
// Un CHECK dont la condition vaut NULL laisse passer la ligne : il manque NOT NULL.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void creer_table_exigeante(SQLite::Database& base)
{
    base.exec(R"(
        CREATE TABLE utilisateurs (
            id INTEGER PRIMARY KEY,
            nom TEXT CHECK (length(nom) BETWEEN 1 AND 50),
            age INTEGER
        ) STRICT
    )");
}
