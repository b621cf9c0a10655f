// SPDX-License-Identifier: MIT
// Viole une contrainte : le code étendu est plus précis.
#include "fourni.hpp"

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    base.exec("INSERT INTO notes (id, texte) VALUES (1, 'double')");
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
