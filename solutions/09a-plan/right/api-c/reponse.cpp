// Variante : l'API C, avec sqlite3_exec et une fonction de rappel
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

std::vector<std::string> plan(SQLite::Database& base, const std::string& sql)
{
    const auto garder = [](void* lignes, int, char** valeurs, char**) {
        static_cast<std::vector<std::string>*>(lignes)->emplace_back(valeurs[3]);
        return 0;
    };
    std::vector<std::string> lignes;
    const int code = sqlite3_exec(base.getHandle(), ("EXPLAIN QUERY PLAN " + sql).c_str(), garder, &lignes, nullptr);
    if (code != SQLITE_OK) {
        throw SQLite::Exception(base.getHandle(), code);
    }
    return lignes;
}
