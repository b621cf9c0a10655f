// Variante : l'API C de SQLite, chaque code de retour étant lu
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <memory>

std::optional<Utilisateur> chercher(SQLite::Database& base, std::int64_t id)
{
    sqlite3* const connexion = base.getHandle();
    const auto exiger = [&](int code, int attendu) {
        if (code != attendu) {
            throw SQLite::Exception(connexion, code);
        }
    };
    sqlite3_stmt* brute = nullptr;
    exiger(sqlite3_prepare_v2(connexion, "SELECT nom, age FROM utilisateurs WHERE id = ?1", -1, &brute, nullptr),
           SQLITE_OK);
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> requete(brute, sqlite3_finalize);
    exiger(sqlite3_bind_int64(brute, 1, id), SQLITE_OK);
    const int code = sqlite3_step(brute);
    if (code == SQLITE_DONE) {
        return std::nullopt;
    }
    exiger(code, SQLITE_ROW);
    Utilisateur u{.id = id};
    const char* nom = reinterpret_cast<const char*>(sqlite3_column_text(brute, 0));
    u.nom.assign(nom, static_cast<std::size_t>(sqlite3_column_bytes(brute, 0)));
    if (sqlite3_column_type(brute, 1) == SQLITE_INTEGER) {
        u.age = sqlite3_column_int(brute, 1);
    }
    return u;
}
