// Échoue : FermeeMemeEnCasDeRefus
// Le delete est bien écrit, mais une exception lancée par exec() passe par-dessus.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void noter_visite(const std::string& chemin)
{
    auto* base = new SQLite::Database(chemin, SQLite::OPEN_READWRITE);
    base->exec(sql_visite);
    delete base;
}
