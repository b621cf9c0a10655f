// Variante : l'API C, jusqu'à SQLITE_DONE, chaque code de retour étant lu
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <memory>

int enregistrer_visite(SQLite::Database& base, const std::string& nom)
{
    sqlite3* const connexion = base.getHandle();
    const auto exiger = [&](int code, int attendu) {
        if (code != attendu) {
            throw SQLite::Exception(connexion, code);
        }
    };
    sqlite3_stmt* brute = nullptr;
    exiger(sqlite3_prepare_v2(connexion,
                              "insert into utilisateurs(visites, nom) values(1, $nom)"
                              " on conflict do update set visites = utilisateurs.visites + excluded.visites"
                              " returning visites, id",
                              -1, &brute, nullptr),
           SQLITE_OK);
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> requete(brute, sqlite3_finalize);
    exiger(sqlite3_bind_text(requete.get(), 1, nom.data(), static_cast<int>(nom.size()), SQLITE_STATIC), SQLITE_OK);
    exiger(sqlite3_step(requete.get()), SQLITE_ROW);
    const int visites = sqlite3_column_int(requete.get(), 0);
    exiger(sqlite3_step(requete.get()), SQLITE_DONE);
    return visites;
}
