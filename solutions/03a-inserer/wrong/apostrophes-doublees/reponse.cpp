// Échoue : Apostrophe
// Le nom est échappé et lié : l'échappement se retrouve dans la base.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <string>

void inserer(SQLite::Database& base, const std::string& nom, int age)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    std::string echappe;
    for (const char c : nom) {
        echappe += c == '\'' ? std::string("''") : std::string(1, c);
    }
    requete.bind(1, echappe);
    requete.bind(2, age);
    requete.exec();
}
