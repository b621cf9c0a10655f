// Variante : l'API C, dont chaque code de retour est lu
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <memory>

int vieillir(SQLite::Database& base, std::int64_t id, int annees)
{
    sqlite3* const connexion = base.getHandle();
    const auto exiger = [&](int code, int attendu) {
        if (code != attendu) {
            throw SQLite::Exception(connexion, code);
        }
    };
    sqlite3_stmt* brute = nullptr;
    exiger(sqlite3_prepare_v2(connexion, "UPDATE utilisateurs SET age = age + @n WHERE id IS @id", -1, &brute, nullptr),
           SQLITE_OK);
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> requete(brute, sqlite3_finalize);
    exiger(sqlite3_bind_int(requete.get(), sqlite3_bind_parameter_index(requete.get(), "@n"), annees), SQLITE_OK);
    exiger(sqlite3_bind_int64(requete.get(), sqlite3_bind_parameter_index(requete.get(), "@id"), id), SQLITE_OK);
    exiger(sqlite3_step(requete.get()), SQLITE_DONE);
    return sqlite3_changes(connexion);
}
