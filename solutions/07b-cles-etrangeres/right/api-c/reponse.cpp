// Variante : l'API C, dont chaque code de retour est lu
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

namespace {

void exiger(sqlite3* base, int code)
{
    if (code != SQLITE_OK) {
        throw SQLite::Exception(base, code);
    }
}

}  // namespace

void configurer(SQLite::Database& base)
{
    sqlite3* const connexion = base.getHandle();
    int actives = 0;
    exiger(connexion, sqlite3_db_config(connexion, SQLITE_DBCONFIG_ENABLE_FKEY, 1, &actives));
    exiger(connexion, sqlite3_busy_timeout(connexion, 1000));
}

void creer_commandes(SQLite::Database& base)
{
    constexpr const char* sql =
        "create table commandes(id integer primary key, article text not null, centimes integer not null,"
        "  utilisateur_id integer not null references \"utilisateurs\"(\"id\") on delete cascade) strict";
    exiger(base.getHandle(), sqlite3_exec(base.getHandle(), sql, nullptr, nullptr, nullptr));
}
