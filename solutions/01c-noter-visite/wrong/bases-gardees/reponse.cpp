// Échoue : FermeeApresChaqueAppel
// Garder les bases ouvertes dans un annuaire, pour ne pas les rouvrir : aucune n'est fermée entre deux visites.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <map>

void noter_visite(const std::string& chemin)
{
    static std::map<std::string, SQLite::Database> ouvertes;
    SQLite::Database& base = ouvertes.try_emplace(chemin, chemin, SQLite::OPEN_READWRITE).first->second;
    base.exec(sql_visite);
}
