// Échoue : FichierTexte
// Seule l'erreur 14 est attendue ; celle d'un texte, la 26, vient plus tard, de la requête, et sort de la fonction.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

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
        base.execAndGet("SELECT count(*) FROM sqlite_schema");
        return true;
    } catch (const SQLite::Exception& erreur) {
        if (erreur.getErrorCode() != SQLITE_CANTOPEN) {
            throw;
        }
        return false;
    }
}
