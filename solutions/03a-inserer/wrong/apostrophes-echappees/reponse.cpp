// Échoue : UnSeulTexteSQL
// Concaténation « prudente » : chaque nom fabrique un autre texte SQL, et l'octet nul le coupe.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <string>

void inserer(SQLite::Database& base, const std::string& nom, int age)
{
    std::string litteral = "'";
    for (const char c : nom) {
        litteral += c == '\'' ? std::string("''") : std::string(1, c);
    }
    litteral += "'";
    base.exec("INSERT INTO utilisateurs (nom, age) VALUES (" + litteral + ", " + std::to_string(age) + ")");
}
