// Variante : un std::filesystem::path au lieu d'une chaîne, et l'accolade au lieu du nom du type
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <filesystem>

SQLite::Database ouvrir(const std::string& chemin)
{
    return {std::filesystem::path(chemin), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
}
