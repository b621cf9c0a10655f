// SPDX-License-Identifier: MIT
// Un objet dont le programme ne peut pas démarrer : seize gigaoctets de zéros.
#include "fourni.hpp"

char zeros[16ULL << 30];

void noter(SQLite::Database& base, const std::string& texte)
{
    zeros[1] = 1;
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter(SQLite::Database& base)
{
    zeros[2] = 1;
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
