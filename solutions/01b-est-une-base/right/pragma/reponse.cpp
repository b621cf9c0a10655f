// Variante : PRAGMA schema_version, qui lit l'en-tête de la base, en lecture et écriture, sans OPEN_CREATE
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <filesystem>

bool est_une_base(const std::string& chemin)
try {
    if (!std::filesystem::exists(chemin)) {
        return false;
    }
    SQLite::Database base(chemin, SQLite::OPEN_READWRITE);
    SQLite::Statement requete(base, "PRAGMA schema_version");
    return requete.executeStep();
} catch (const SQLite::Exception&) {
    return false;
}
