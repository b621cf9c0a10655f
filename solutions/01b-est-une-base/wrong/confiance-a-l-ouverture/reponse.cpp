// Échoue : FichierTexte
// L'ouverture a réussi, donc c'est une base ? Non : ouvrir ne lit rien.
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
        const SQLite::Database base(chemin, SQLite::OPEN_READONLY);
        return true;
    } catch (const SQLite::Exception&) {
        return false;
    }
}
