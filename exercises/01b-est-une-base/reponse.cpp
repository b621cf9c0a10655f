// SPDX-License-Identifier: MIT
#include "fourni.hpp"

bool est_une_base([[maybe_unused]] const std::string& chemin)
{
    // À COMPLÉTER : ouvrez le fichier sans le créer, et posez à SQLite une question qui l'oblige à le lire.
    return false;
}
