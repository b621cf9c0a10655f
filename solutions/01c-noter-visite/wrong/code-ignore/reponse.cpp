// Échoue : ExceptionQuiSort
// tryExec ne lance pas d'exception, elle rend un code : personne ne le lit, et la caisse croit la visite notée.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void noter_visite(const std::string& chemin)
{
    SQLite::Database base(chemin, SQLite::OPEN_READWRITE);
    base.tryExec(sql_visite);
}
