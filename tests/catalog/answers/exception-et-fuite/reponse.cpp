// SPDX-License-Identifier: MIT
// Une exception saute par-dessus un delete.
#include "fourni.hpp"

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    auto* copie = new std::string(texte);
    base.exec("INSERT INTO note (texte) VALUES (1)");
    delete copie;
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
