// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <stdexcept>

SQLite::Database ouvrir([[maybe_unused]] const std::string& chemin)
{
    // À COMPLÉTER : remplacez cette ligne par l'ouverture de la base que désigne `chemin`.
    throw std::logic_error("la fonction ouvrir reste à écrire");
}
