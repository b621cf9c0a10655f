// Échoue : CopieGardee
// Une seule variable pour tous les textes : le deuxième remplace le premier.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void lier_texte(sqlite3_stmt* requete, int position, std::string texte)
{
    const int taille = static_cast<int>(texte.size());
    static std::string gardien;
    gardien = texte;
    const int code = sqlite3_bind_text(requete, position, gardien.data(), taille, SQLITE_STATIC);
    if (code != SQLITE_OK) {
        throw SQLite::Exception(sqlite3_db_handle(requete), code);
    }
}
