// Échoue : CopieGardee
// SQLITE_STATIC promet que le texte restera en place ; il est détruit à l'accolade, et SQLite lit de la mémoire libérée.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void lier_texte(sqlite3_stmt* requete, int position, std::string texte)
{
    const int taille = static_cast<int>(texte.size());
    // TRANSIENT : SQLite fait sa propre copie, car texte disparaît à l'accolade.
    const int code = sqlite3_bind_text(requete, position, texte.data(), taille, SQLITE_STATIC);
    if (code != SQLITE_OK) {
        throw SQLite::Exception(sqlite3_db_handle(requete), code);
    }
}
