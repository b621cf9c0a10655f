// Variante : les octets sont donnés à SQLite, avec la fonction qui les libérera
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <cstring>

void lier_texte(sqlite3_stmt* requete, int position, std::string texte)
{
    auto* octets = new char[texte.size() + 1];
    std::memcpy(octets, texte.c_str(), texte.size() + 1);
    const auto liberer = [](void* donnes) { delete[] static_cast<char*>(donnes); };
    // En cas de refus, SQLite appelle tout de même liberer.
    const int code = sqlite3_bind_text64(requete, position, octets, texte.size(), liberer, SQLITE_UTF8);
    if (code != SQLITE_OK) {
        throw SQLite::Exception(sqlite3_errstr(code), code);
    }
}
