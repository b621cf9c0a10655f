// Échoue : OctetsNuls
// -1 : jusqu'au premier octet nul, or un texte peut en contenir.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void lier_texte(sqlite3_stmt* requete, int position, std::string texte)
{
    const int taille = static_cast<int>(texte.size());
    // TRANSIENT : SQLite fait sa propre copie, car texte disparaît à l'accolade.
    const int code = sqlite3_bind_text(requete, position, texte.c_str(), -1, SQLITE_TRANSIENT);
    if (code != SQLITE_OK) {
        throw SQLite::Exception(sqlite3_db_handle(requete), code);
    }
}
