// SPDX-License-Identifier: MIT
// Une base dont les pages se contiennent l'une l'autre.
#include "fourni.hpp"

#include <fstream>

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
    remplacer("CREATE TABLE notes (id INTEGER PRIMARY KEY, texte TEXT); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO notes (texte) SELECT i FROM n;");
    std::fstream fichier("base.db", std::ios::in | std::ios::out | std::ios::binary);
    fichier.seekp(4096 + 8);
    fichier.write("\0\0\0\2", 4);  // la racine de notes est son propre enfant
    fichier.seekp(4096 + 12);
    for (int i = 0; i < 30; ++i) {
        fichier.write("\x0f\xf0", 2);
    }
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
