// Échoue : UneNote
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
}

int compter(SQLite::Database& base) { return base.execAndGet("SELECT count(*) FROM notes").getInt(); }
