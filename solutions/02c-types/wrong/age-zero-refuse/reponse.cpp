// Échoue : LignesOrdinaires
// Une borne de trop : les nouveau-nés ont 0 an.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void creer_table_exigeante(SQLite::Database& base)
{
    base.exec(R"(
        CREATE TABLE utilisateurs (
            id INTEGER PRIMARY KEY,
            nom TEXT NOT NULL CHECK (length(nom) BETWEEN 1 AND 50),
            age INTEGER CHECK (age > 0)
        ) STRICT
    )");
}
