// SPDX-License-Identifier: MIT
// Lie l'adresse d'un texte qui n'est plus quand la requête s'exécute.
#include "fourni.hpp"

#include <sqlite3.h>

void noter(SQLite::Database& base, const std::string& texte)
{
    sqlite3_stmt* requete = nullptr;
    sqlite3_prepare_v2(base.getHandle(), "INSERT INTO notes (texte) VALUES (?)", -1, &requete, nullptr);
    {
        const std::string copie = texte + ", sans faute et avant ce soir";
        sqlite3_bind_text(requete, 1, copie.data(), static_cast<int>(copie.size()), SQLITE_STATIC);
    }
    sqlite3_step(requete);
    sqlite3_finalize(requete);
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
