// Échoue : FermeeApresChaqueAppel
// Ce que new construit, seul delete le détruit : sans lui, le destructeur n'est jamais appelé.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void noter_visite(const std::string& chemin)
{
    auto* base = new SQLite::Database(chemin, SQLite::OPEN_READWRITE);
    base->exec(sql_visite);
}
