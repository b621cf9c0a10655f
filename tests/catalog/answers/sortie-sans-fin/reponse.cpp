// SPDX-License-Identifier: MIT
// Écrit sans fin.
#include "fourni.hpp"

#include <iostream>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    while (true) {
        std::cout << "encore une ligne\n";
    }
}
