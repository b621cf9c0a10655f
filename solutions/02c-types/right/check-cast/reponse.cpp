// Variante : l'âge doit rester le même une fois converti en entier ; un CHECK dont la condition vaut NULL accepte NULL
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void creer_table_exigeante(SQLite::Database& base)
{
    base.exec(R"(
        CREATE TABLE utilisateurs (
            id INTEGER PRIMARY KEY,
            nom TEXT NOT NULL CHECK (length(nom) BETWEEN 1 AND 50),
            age INTEGER CHECK (age = CAST(age AS INTEGER))
        )
    )");
}
