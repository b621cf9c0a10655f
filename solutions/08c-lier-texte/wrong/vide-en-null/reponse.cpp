// Échoue : TexteVide
// « Vide » et « absent » sont confondus.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void lier_texte(sqlite3_stmt* requete, int position, std::string texte)
{
    const int taille = static_cast<int>(texte.size());
    // TRANSIENT : SQLite fait sa propre copie, car texte disparaît à l'accolade.
    const int code = texte.empty() ? sqlite3_bind_null(requete, position)
                                   : sqlite3_bind_text(requete, position, texte.data(), taille, SQLITE_TRANSIENT);
    if (code != SQLITE_OK) {
        throw SQLite::Exception(sqlite3_db_handle(requete), code);
    }
}
