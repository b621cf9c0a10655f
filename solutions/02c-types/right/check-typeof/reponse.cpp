// Variante : sans STRICT, des CHECK sur typeof et length, réunis en fin de table
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void creer_table_exigeante(SQLite::Database& base)
{
    base.exec(R"(
        CREATE TABLE utilisateurs (
            id INTEGER PRIMARY KEY,
            nom TEXT NOT NULL,
            age INTEGER,
            CHECK (typeof(age) IN ('integer', 'null')),
            CHECK (nom <> '' AND length(nom) <= 50)
        )
    )");
}
