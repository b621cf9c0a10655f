// Échoue : FichierAbsent
// OPEN_CREATE crée le fichier qu'on voulait seulement examiner, et c'est alors une base vide.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <filesystem>
#include <system_error>

bool est_une_base(const std::string& chemin)
{
    try {
        SQLite::Database base(chemin, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        base.execAndGet("SELECT count(*) FROM sqlite_schema");
        return true;
    } catch (const SQLite::Exception&) {
        return false;
    }
}
