// SPDX-License-Identifier: MIT
#include "fourni.hpp"

SQLite::Database ouvrir(const std::string& chemin)
{
    // Sans mode, SQLiteCpp ouvre en lecture seule. On réunit donc les deux droits que connect() prenait d'office en Python.
    // Si l'ouverture échoue, le constructeur lance SQLite::Exception : il n'y a jamais de base « à moitié ouverte » à rendre.
    return SQLite::Database(chemin, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
}
