// Variante : l'API C, dans un point de sauvegarde ; les lignes sont comptées par la base
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <memory>

std::size_t importer(SQLite::Database& base, std::istream& csv)
{
    sqlite3* const connexion = base.getHandle();
    const auto exiger = [&](int code, int attendu) {
        if (code != attendu) {
            throw SQLite::Exception(connexion, code);
        }
    };
    const int avant = sqlite3_total_changes(connexion);
    exiger(sqlite3_exec(connexion, "SAVEPOINT import", nullptr, nullptr, nullptr), SQLITE_OK);
    try {
        sqlite3_stmt* brute = nullptr;
        exiger(sqlite3_prepare_v2(connexion, "INSERT INTO commandes VALUES (?, ?, ?)", -1, &brute, nullptr), SQLITE_OK);
        const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> requete(brute, sqlite3_finalize);
        std::string ligne;
        while (std::getline(csv, ligne)) {
            const Commande c = lire_commande(ligne);
            exiger(sqlite3_bind_int64(brute, 1, c.numero), SQLITE_OK);
            exiger(sqlite3_bind_text(brute, 2, c.client.data(), static_cast<int>(c.client.size()), SQLITE_STATIC),
                   SQLITE_OK);
            exiger(sqlite3_bind_int64(brute, 3, c.centimes), SQLITE_OK);
            exiger(sqlite3_step(brute), SQLITE_DONE);
            exiger(sqlite3_reset(brute), SQLITE_OK);
        }
    } catch (...) {
        sqlite3_exec(connexion, "ROLLBACK TO import", nullptr, nullptr, nullptr);
        sqlite3_exec(connexion, "RELEASE import", nullptr, nullptr, nullptr);
        throw;
    }
    exiger(sqlite3_exec(connexion, "RELEASE import", nullptr, nullptr, nullptr), SQLITE_OK);
    return static_cast<std::size_t>(sqlite3_total_changes(connexion) - avant);
}
