// Variante : les clés activées par sqlite3_db_config, les durées par chrono
// SPDX-License-Identifier: MIT
#include "fourni.hpp"
#include <chrono>
#include <sqlite3.h>
#include <stdexcept>
namespace {
void verifier(sqlite3* b, int code)
{
    if (code != SQLITE_OK)
        throw SQLite::Exception(b, code);
}
}  // namespace
void configurer(SQLite::Database& base)
{
    using namespace std::chrono_literals;
    sqlite3* b = base.getHandle();
    int actif = 0;
    verifier(b, sqlite3_db_config(b, SQLITE_DBCONFIG_ENABLE_FKEY, 1, &actif));
    if (actif != 1)
        throw std::runtime_error("pas de clés étrangères");
    verifier(b, sqlite3_busy_timeout(b, static_cast<int>(std::chrono::milliseconds(30s).count())));
}
void creer_commandes(SQLite::Database& base)
{
    SQLite::Transaction t(base, SQLite::TransactionBehavior::EXCLUSIVE);
    verifier(
        base.getHandle(),
        sqlite3_exec(
            base.getHandle(),
            "create table commandes(id integer primary key autoincrement, utilisateur_id int not null, article text not null"
            " check (article <> ''), centimes int not null, constraint client foreign key(utilisateur_id) references utilisateurs"
            " on update cascade on delete cascade deferrable initially immediate) strict;"
            "create index commandes_client on commandes(utilisateur_id)",
            nullptr, nullptr, nullptr));
    t.commit();
}
