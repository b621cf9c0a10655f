// SPDX-License-Identifier: MIT
// Un tableau initialisé de 16 Go.
#include "fourni.hpp"

char tableau[16ULL << 30] = {1};

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
