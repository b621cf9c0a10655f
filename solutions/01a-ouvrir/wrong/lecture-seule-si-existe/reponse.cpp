// Échoue : GardeLeContenu
// Une base qui existe est ouverte en lecture seule : on la voit, mais on ne peut plus rien y ajouter.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <filesystem>

SQLite::Database ouvrir(const std::string& chemin)
{
    const bool existe = std::filesystem::exists(chemin);
    return SQLite::Database(chemin, existe ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
}
