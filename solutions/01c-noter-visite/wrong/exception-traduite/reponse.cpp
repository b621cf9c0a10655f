// Échoue : ExceptionQuiSort
// L'exception de SQLite est remplacée par une autre : son code, que la caisse attend, est perdu.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <stdexcept>

void noter_visite(const std::string& chemin)
{
    SQLite::Database base(chemin, SQLite::OPEN_READWRITE);
    if (base.tryExec(sql_visite) != SQLite::OK) {
        throw std::runtime_error(base.getErrorMsg());
    }
}
