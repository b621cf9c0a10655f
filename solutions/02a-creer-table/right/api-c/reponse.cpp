// Variante : l'API C de SQLite, sur la poignée que détient SQLite::Database
// SPDX-License-Identifier: MIT
#include <sqlite3.h>

#include "fourni.hpp"

void creer_table(SQLite::Database& base)
{
    constexpr const char* sql = "CREATE TABLE IF NOT EXISTS utilisateurs ("
                                "id INTEGER PRIMARY KEY AUTOINCREMENT,"
                                "nom TEXT,"
                                "age INTEGER)";
    const int code = sqlite3_exec(base.getHandle(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        throw SQLite::Exception(base.getHandle(), code);
    }
}
