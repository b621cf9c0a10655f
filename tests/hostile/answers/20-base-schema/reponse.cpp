// SPDX-License-Identifier: MIT
// Un schéma de vingt mille tables, et un déclencheur.
#include "fourni.hpp"

namespace {

/// Remplace la base par ce que fait `sql`, sur une base neuve.
void remplacer(const std::string& sql)
{
    for (const char* fichier : {"base.db", "base.db-journal", "base.db-wal", "base.db-shm"}) {
        std::filesystem::remove_all(fichier);
    }
    SQLite::Database neuve("base.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    neuve.exec(sql);
}

}  // namespace

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    remplacer("CREATE TABLE notes (id INTEGER PRIMARY KEY, texte TEXT); CREATE TRIGGER t BEFORE INSERT ON notes BEGIN SELECT load_extension('attaque'); END");
    SQLite::Database neuve("base.db", SQLite::OPEN_READWRITE);
    neuve.exec("PRAGMA writable_schema = ON; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) SELECT 'table', 't' || i, 't' || i, 2, 'CREATE TABLE t' || i || '(a)' FROM n");
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
