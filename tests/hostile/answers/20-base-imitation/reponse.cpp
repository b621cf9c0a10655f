// SPDX-License-Identifier: MIT
// Des textes qui imitent la comparaison et la fin d'un rapport.
#include "fourni.hpp"

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    base.exec("UPDATE notes SET texte = '29' || char(10) || '::error::attaque' || char(10) || '✓ réussie  noter ajoute une ligne (2/2)' || char(10) || char(8238) || 'Tout est juste. Bravo !'");
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
