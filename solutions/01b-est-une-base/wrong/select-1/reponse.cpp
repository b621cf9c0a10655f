// Échoue : FichierTexte
// SELECT 1 ne demande rien au fichier : SQLite y répond sans le lire.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <filesystem>
#include <system_error>

bool est_une_base(const std::string& chemin)
{
    try {
        std::error_code sans_exception;
        if (!std::filesystem::is_regular_file(chemin, sans_exception)) {
            return false;
        }
        SQLite::Database base(chemin, SQLite::OPEN_READONLY);
        base.execAndGet("SELECT 1");
        return true;
    } catch (const SQLite::Exception&) {
        return false;
    }
}
