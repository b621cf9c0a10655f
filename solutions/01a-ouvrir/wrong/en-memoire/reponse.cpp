// Échoue : EcritDansLeFichier
// « :memory: » désigne une base sans fichier : tout disparaît avec la connexion.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

SQLite::Database ouvrir([[maybe_unused]] const std::string& chemin)
{
    return SQLite::Database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
}
