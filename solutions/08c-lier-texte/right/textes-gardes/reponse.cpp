// Variante : le programme garde lui-même les textes, à une adresse qui ne bouge pas
// SPDX-License-Identifier: MIT
#include "fourni.hpp"
#include <deque>
// Les textes restent dans le programme
void lier_texte(sqlite3_stmt* requete, int position, std::string texte)
{
    static std::deque<std::string> gardes;
    const std::string& t = gardes.emplace_back(std::move(texte));
    int c = sqlite3_bind_text(requete, position, t.c_str(), int(t.length()), SQLITE_STATIC);
    if (c != SQLITE_OK)
        throw SQLite::Exception(sqlite3_db_handle(requete), c);
}
