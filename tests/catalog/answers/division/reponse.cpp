// SPDX-License-Identifier: MIT
// Divise par zéro.
#include "fourni.hpp"

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    const int zero = base.execAndGet("SELECT count(*) - count(*) FROM notes").getInt();
    return 1 / zero;
}
