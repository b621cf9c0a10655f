// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <filesystem>
#include <system_error>

bool est_une_base(const std::string& chemin)
{
    try {
        // SQLite ouvrirait "" et ":memory:" sans qu'aucun fichier n'existe : on demande donc au système, avant lui. Avec un
        // std::error_code, is_regular_file répond false au lieu de lancer une exception (dossier interdit, par exemple).
        std::error_code sans_exception;
        if (!std::filesystem::is_regular_file(chemin, sans_exception)) {
            return false;
        }
        SQLite::Database base(chemin, SQLite::OPEN_READONLY);
        // L'ouverture n'a rien lu ; cette requête-ci y oblige, et c'est elle qui échoue (code 26) sur un autre fichier.
        base.execAndGet("SELECT count(*) FROM sqlite_schema");
        return true;
    } catch (const SQLite::Exception&) {
        return false;
    }
}
