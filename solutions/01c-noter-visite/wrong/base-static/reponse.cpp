// Échoue : ChacunSaBase
// Une variable static n'est construite qu'au premier appel, et reste ouverte jusqu'à la fin du programme.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void noter_visite(const std::string& chemin)
{
    static SQLite::Database base(chemin, SQLite::OPEN_READWRITE);
    base.exec(sql_visite);
}
