// Variante : l'API C (préparer, lier, avancer, finaliser), la requête préparée tenue par un unique_ptr
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <memory>
#include <string>
#include <vector>

std::vector<Colonne> decrire(SQLite::Database& base, const std::string& table)
{
    sqlite3_stmt* brute = nullptr;
    int code =
        sqlite3_prepare_v2(base.getHandle(), "SELECT * FROM pragma_table_info(?1) ORDER BY cid", -1, &brute, nullptr);
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> requete(brute, sqlite3_finalize);
    if (code != SQLITE_OK) {
        throw SQLite::Exception(base.getHandle(), code);
    }
    sqlite3_bind_text(requete.get(), 1, table.data(), static_cast<int>(table.size()), SQLITE_TRANSIENT);

    const auto texte = [&](int position) {
        const auto* debut = reinterpret_cast<const char*>(sqlite3_column_text(requete.get(), position));
        return debut == nullptr ? std::string() : std::string(debut);
    };
    std::vector<Colonne> colonnes;
    while ((code = sqlite3_step(requete.get())) == SQLITE_ROW) {
        colonnes.push_back({.nom = texte(1),
                            .type = texte(2),
                            .obligatoire = sqlite3_column_int(requete.get(), 3) != 0,
                            .cle_primaire = sqlite3_column_int(requete.get(), 5) != 0});
    }
    if (code != SQLITE_DONE) {
        throw SQLite::Exception(base.getHandle(), code);
    }
    return colonnes;
}
