// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <string>

std::string bonjour([[maybe_unused]] const std::string& prenom)
{
    // À COMPLÉTER : rendez « Bonjour, », une espace, le prénom et un point (tâche 1).
    return "";
}

std::string premier_inscrit([[maybe_unused]] SQLite::Database& base)
{
    // À COMPLÉTER : demandez à la base le nom de l'utilisateur 1 (tâche 2).
    return "";
}
