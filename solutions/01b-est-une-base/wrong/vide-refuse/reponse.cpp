// Échoue : FichierVide
// Un fichier de 0 octet est écarté, alors que SQLite y voit une base sans table.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <filesystem>
#include <system_error>

bool est_une_base(const std::string& chemin)
{
    try {
        std::error_code sans_exception;
        if (!std::filesystem::is_regular_file(chemin, sans_exception) ||
            std::filesystem::file_size(chemin, sans_exception) == 0) {
            return false;
        }
        SQLite::Database base(chemin, SQLite::OPEN_READONLY);
        base.execAndGet("SELECT count(*) FROM sqlite_schema");
        return true;
    } catch (const SQLite::Exception&) {
        return false;
    }
}
