// Échoue : NomTropLong
// VARCHAR(50) est accepté par SQLite, qui n'en retient pas le 50.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void creer_table_exigeante(SQLite::Database& base)
{
    base.exec(R"(
        CREATE TABLE utilisateurs (
            id INTEGER PRIMARY KEY,
            nom VARCHAR(50) NOT NULL CHECK (nom <> ''),
            age INTEGER CHECK (typeof(age) IN ('integer', 'null'))
        )
    )");
}
