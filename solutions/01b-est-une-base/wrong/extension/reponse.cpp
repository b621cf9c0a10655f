// Échoue : VraieBase
// Le nom d'un fichier ne dit rien de ce qu'il contient.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <filesystem>

bool est_une_base(const std::string& chemin)
{
    try {
        if (std::filesystem::path(chemin).extension() != ".db" || !std::filesystem::is_regular_file(chemin)) {
            return false;
        }
        SQLite::Database base(chemin, SQLite::OPEN_READONLY);
        base.execAndGet("SELECT count(*) FROM sqlite_schema");
        return true;
    } catch (const SQLite::Exception&) {
        return false;
    }
}
