// SPDX-License-Identifier: MIT
// Demande de la mémoire sans fin.
#include "fourni.hpp"

#include <vector>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    std::vector<std::string> lignes;
    while (true) {
        lignes.emplace_back(1 << 20, 'x');
    }
}
