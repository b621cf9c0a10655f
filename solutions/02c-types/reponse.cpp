// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void creer_table_exigeante(SQLite::Database& base)
{
    // STRICT, après la parenthèse, transforme la préférence de type en règle ; NULL reste permis là où NOT NULL manque.
    // NOT NULL et CHECK se complètent : un CHECK dont la condition vaut NULL laisse passer la ligne.
    base.exec(R"(
        CREATE TABLE utilisateurs (
            id INTEGER PRIMARY KEY,
            nom TEXT NOT NULL CHECK (length(nom) BETWEEN 1 AND 50),
            age INTEGER
        ) STRICT
    )");
}
