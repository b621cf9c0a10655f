// Variante : l'API C, où l'on ferme soi-même sur chaque chemin avant de lancer l'exception
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <string>

void noter_visite(const std::string& chemin)
{
    sqlite3* base = nullptr;
    int code = sqlite3_open_v2(chemin.c_str(), &base, SQLITE_OPEN_READWRITE, nullptr);
    if (code == SQLITE_OK) {
        code = sqlite3_exec(base, sql_visite, nullptr, nullptr, nullptr);
    }
    const std::string message = sqlite3_errmsg(base);  // à copier avant de fermer : il appartient à la connexion
    sqlite3_close(base);
    if (code != SQLITE_OK) {
        throw SQLite::Exception(message, code);
    }
}
