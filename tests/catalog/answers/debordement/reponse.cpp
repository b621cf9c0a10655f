// SPDX-License-Identifier: MIT
// Un calcul dépasse les entiers.
#include "fourni.hpp"

#include <limits>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    int n = std::numeric_limits<int>::max();
    n += base.execAndGet("SELECT count(*) FROM notes").getInt();
    return n;
}
