// Échoue : AgeInconnu
// typeof(NULL) vaut 'null' : ce CHECK, trop sévère, refuse aussi les âges inconnus.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void creer_table_exigeante(SQLite::Database& base)
{
    base.exec(R"(
        CREATE TABLE utilisateurs (
            id INTEGER PRIMARY KEY,
            nom TEXT NOT NULL CHECK (length(nom) BETWEEN 1 AND 50),
            age INTEGER CHECK (typeof(age) = 'integer')
        ) STRICT
    )");
}
