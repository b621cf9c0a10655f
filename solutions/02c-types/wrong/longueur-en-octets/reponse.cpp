// Échoue : NomTropLong
// Converti en BLOB, un texte se mesure en octets : cinquante « é » en font cent.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void creer_table_exigeante(SQLite::Database& base)
{
    base.exec(R"(
        CREATE TABLE utilisateurs (
            id INTEGER PRIMARY KEY,
            nom TEXT NOT NULL CHECK (length(CAST(nom AS BLOB)) BETWEEN 1 AND 50),
            age INTEGER
        ) STRICT
    )");
}
