// Échoue : Injection
// Les valeurs sont collées dans le texte SQL : un nom bien choisi devient du SQL.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <string>

void inserer(SQLite::Database& base, const std::string& nom, int age)
{
    base.exec("INSERT INTO utilisateurs (nom, age) VALUES ('" + nom + "', " + std::to_string(age) + ")");
}
