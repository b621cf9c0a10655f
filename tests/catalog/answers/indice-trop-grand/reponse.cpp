// SPDX-License-Identifier: MIT
// Lit au-delà de la fin d'un vecteur.
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
    const std::vector<int> lignes{1, 2, 3};
    return lignes[3];
}
