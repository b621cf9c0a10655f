// SPDX-License-Identifier: MIT
// Rend un texte là où il faut un entier.
#include "fourni.hpp"

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getString();
}
