// SPDX-License-Identifier: MIT
// Une colonne calculée qui demande des gigaoctets à chaque ligne, une valeur par défaut qui appelle du code.
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
    remplacer("CREATE TABLE notes (id INTEGER PRIMARY KEY, a DEFAULT (load_extension('attaque'))); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO notes SELECT i, i FROM n; "
              "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE notes (id INTEGER PRIMARY KEY, a, texte TEXT AS (hex(zeroblob(400000000)) || hex(zeroblob(400000000))))'");
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
