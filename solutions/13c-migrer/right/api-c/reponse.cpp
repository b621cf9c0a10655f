// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <stdexcept>
#include <string>

namespace {

std::size_t numero(sqlite3* base)
{
    sqlite3_stmt* requete = nullptr;
    sqlite3_prepare_v2(base, "SELECT user_version FROM pragma_user_version()", -1, &requete, nullptr);
    const bool lue = sqlite3_step(requete) == SQLITE_ROW;
    const int trouve = lue ? sqlite3_column_int(requete, 0) : 0;
    sqlite3_finalize(requete);
    return static_cast<std::size_t>(trouve);
}

}  // namespace

/// L'étape, son numéro, BEGIN et COMMIT dans un seul texte ; le numéro d'abord, puisque tout est dans la même transaction.
void orm::migrer(SQLite::Database& base, std::span<const Migration> migrations)
{
    sqlite3* const c = base.getHandle();
    const std::size_t debut = numero(c);
    if (debut > migrations.size()) {
        throw std::runtime_error("futur");
    }
    std::size_t rang = debut;
    for (const Migration& une : migrations.subspan(debut)) {
        ++rang;
        const std::string texte =
            "BEGIN; PRAGMA main.USER_VERSION(" + std::to_string(rang) + ");" + une.sql + "\n;COMMIT;";
        if (sqlite3_exec(c, texte.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
            const SQLite::Exception erreur(c);
            sqlite3_exec(c, "ROLLBACK", nullptr, nullptr, nullptr);
            throw erreur;
        }
    }
}
