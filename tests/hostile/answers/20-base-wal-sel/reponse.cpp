// SPDX-License-Identifier: MIT
// Laisse à côté d'une base juste le journal WAL d'une autre, dont le sel est faux.
#include "fourni.hpp"

#include <fstream>

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
    {
        SQLite::Database autre("autre.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        autre.exec("PRAGMA journal_mode = WAL; CREATE TABLE notes (id INTEGER PRIMARY KEY, texte TEXT); INSERT INTO notes (texte) VALUES ('attaque')");
        std::filesystem::copy_file("autre.db-wal", "base.db-wal");
    }
    std::fstream journal("base.db-wal", std::ios::in | std::ios::out | std::ios::binary);
    journal.seekp(16);
    journal.write("attaque!", 8);
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
