// Variante : l'API C de SQLite, chaque code de retour étant lu
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <memory>

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    sqlite3* const connexion = base.getHandle();
    const auto exiger = [&](int code, int attendu) {
        if (code != attendu) {
            throw SQLite::Exception(connexion, code);
        }
    };
    sqlite3_stmt* brute = nullptr;
    exiger(sqlite3_prepare_v2(connexion, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)", -1, &brute, nullptr),
           SQLITE_OK);
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> requete(brute, sqlite3_finalize);
    for (const Utilisateur& u : us) {
        // SQLITE_STATIC suffit : u.nom reste en place jusqu'après sqlite3_step.
        exiger(sqlite3_bind_text(requete.get(), 1, u.nom.data(), static_cast<int>(u.nom.size()), SQLITE_STATIC),
               SQLITE_OK);
        exiger(u.age ? sqlite3_bind_int(requete.get(), 2, *u.age) : sqlite3_bind_null(requete.get(), 2), SQLITE_OK);
        exiger(sqlite3_step(requete.get()), SQLITE_DONE);
        exiger(sqlite3_reset(requete.get()), SQLITE_OK);
    }
}
