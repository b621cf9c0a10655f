// SPDX-License-Identifier: MIT
// Une vue qui n'en finit pas.
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
    remplacer("CREATE VIEW notes (texte) AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n");
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
