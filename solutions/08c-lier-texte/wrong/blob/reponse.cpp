// Échoue : TextesExacts
// Les octets sont les bons, mais c'est un BLOB : pour SQLite, ce n'est pas le même type.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void lier_texte(sqlite3_stmt* requete, int position, std::string texte)
{
    const int taille = static_cast<int>(texte.size());
    // TRANSIENT : SQLite fait sa propre copie, car texte disparaît à l'accolade.
    const int code = sqlite3_bind_blob(requete, position, texte.data(), taille, SQLITE_TRANSIENT);
    if (code != SQLITE_OK) {
        throw SQLite::Exception(sqlite3_db_handle(requete), code);
    }
}
