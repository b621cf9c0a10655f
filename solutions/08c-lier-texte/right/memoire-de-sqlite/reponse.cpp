// Variante : une copie faite avec l'allocateur de SQLite, et libérée par lui
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <algorithm>

void lier_texte(sqlite3_stmt* requete, int position, std::string texte)
{
    auto* const copie = static_cast<char*>(sqlite3_malloc64(texte.length() + 1));
    if (copie == nullptr) {
        throw SQLite::Exception("mémoire épuisée", SQLITE_NOMEM);
    }
    std::copy(texte.begin(), texte.end(), copie);
    if (const int code = sqlite3_bind_text(requete, position, copie, static_cast<int>(texte.length()), sqlite3_free)) {
        throw SQLite::Exception(sqlite3_db_handle(requete), code);
    }
}
