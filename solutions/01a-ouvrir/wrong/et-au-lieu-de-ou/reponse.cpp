// Échoue : CreeLeFichier
// Avec &, il ne reste aucun mode : SQLite refuse l'ouverture (code 21).
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

SQLite::Database ouvrir(const std::string& chemin)
{
    return SQLite::Database(chemin, SQLite::OPEN_READWRITE & SQLite::OPEN_CREATE);
}
