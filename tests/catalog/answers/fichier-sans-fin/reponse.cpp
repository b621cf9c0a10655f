// SPDX-License-Identifier: MIT
// Écrit un fichier sans fin.
#include "fourni.hpp"

#include <fstream>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    std::ofstream fichier("journal.txt");
    const std::string bloc(1 << 20, 'x');
    while (true) {
        fichier << bloc;
    }
}
