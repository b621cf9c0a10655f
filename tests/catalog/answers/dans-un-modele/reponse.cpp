// SPDX-License-Identifier: MIT
// L'erreur est dans un modèle de la bibliothèque standard, instancié ici.
#include "fourni.hpp"

#include <algorithm>
#include <list>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    std::list<int> lignes{3, 1, 2};
    std::sort(lignes.begin(), lignes.end());
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
