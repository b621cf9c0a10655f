// Échoue : CopieGardee
// La copie est bien faite, mais dans une variable de la fonction : elle disparaît avec les autres.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void lier_texte(sqlite3_stmt* requete, int position, std::string texte)
{
    const int taille = static_cast<int>(texte.size());
    const std::string copie = texte;
    const int code = sqlite3_bind_text(requete, position, copie.data(), taille, SQLITE_STATIC);
    if (code != SQLITE_OK) {
        throw SQLite::Exception(sqlite3_db_handle(requete), code);
    }
}
