// Échoue : ExceptionQuiSort
// L'exception de SQLite est remplacée par une autre : son code, que la caisse attend, est perdu.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <stdexcept>

void noter_visite(const std::string& chemin)
{
    try {
        SQLite::Database base(chemin, SQLite::OPEN_READWRITE);
        base.exec(sql_visite);
    } catch (const SQLite::Exception& erreur) {
        throw std::runtime_error(erreur.what());
    }
}
