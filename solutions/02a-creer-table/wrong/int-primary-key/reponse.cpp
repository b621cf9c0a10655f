// Échoue : NumeroteSeule
// INT PRIMARY KEY n'est pas INTEGER PRIMARY KEY : SQLite ne numérote pas, et les identifiants restent NULL.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void creer_table(SQLite::Database& base)
{
    base.exec(R"(
        CREATE TABLE IF NOT EXISTS utilisateurs (
            id INT PRIMARY KEY,
            nom TEXT,
            age INTEGER
        )
    )");
}
