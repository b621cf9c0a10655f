// Échoue : TextesExacts
// Les colonnes d'un résultat se comptent à partir de 0, mais les marqueurs à partir de 1.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void lier_texte(sqlite3_stmt* requete, int position, std::string texte)
{
    const int taille = static_cast<int>(texte.size());
    // TRANSIENT : SQLite fait sa propre copie, car texte disparaît à l'accolade.
    const int code = sqlite3_bind_text(requete, position - 1, texte.data(), taille, SQLITE_TRANSIENT);
    if (code != SQLITE_OK) {
        throw SQLite::Exception(sqlite3_db_handle(requete), code);
    }
}
