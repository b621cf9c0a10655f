// Variante : l'API C de SQLite, chaque code de retour étant lu
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <memory>

std::vector<Utilisateur> lire_tous(SQLite::Database& base)
{
    sqlite3_stmt* brute = nullptr;
    base.check(
        sqlite3_prepare_v2(base.getHandle(), "SELECT id, nom, age FROM utilisateurs ORDER BY id", -1, &brute, nullptr));
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> requete(brute, &sqlite3_finalize);
    std::vector<Utilisateur> us;
    int code = SQLITE_OK;
    while ((code = sqlite3_step(brute)) == SQLITE_ROW) {
        Utilisateur& u = us.emplace_back();
        u.id = sqlite3_column_int64(brute, 0);
        const char* texte = reinterpret_cast<const char*>(sqlite3_column_text(brute, 1));
        u.nom.assign(texte, static_cast<std::size_t>(sqlite3_column_bytes(brute, 1)));
        if (sqlite3_column_type(brute, 2) != SQLITE_NULL) {
            u.age = sqlite3_column_int(brute, 2);
        }
    }
    if (code != SQLITE_DONE) {
        throw SQLite::Exception(base.getHandle(), code);
    }
    return us;
}
