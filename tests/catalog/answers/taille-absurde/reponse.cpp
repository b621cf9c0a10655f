// SPDX-License-Identifier: MIT
// Demande un tableau immense.
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
    std::vector<int> lignes(1ULL << 40);
    return lignes[0];
}
