// Échoue : CopieGardee
// Le texte reste bien en place : personne ne le libérera jamais.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void lier_texte(sqlite3_stmt* requete, int position, std::string texte)
{
    const int taille = static_cast<int>(texte.size());
    const auto* copie = new std::string(texte);
    const int code = sqlite3_bind_text(requete, position, copie->data(), taille, SQLITE_STATIC);
    if (code != SQLITE_OK) {
        throw SQLite::Exception(sqlite3_db_handle(requete), code);
    }
}
