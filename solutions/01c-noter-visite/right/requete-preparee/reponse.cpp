// Variante : une SQLite::Statement, déclarée après la base et donc détruite avant elle
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void noter_visite(const std::string& chemin)
{
    SQLite::Database base(chemin, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Statement requete(base, sql_visite);
    requete.exec();
}
