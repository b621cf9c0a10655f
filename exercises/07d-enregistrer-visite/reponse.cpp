// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int enregistrer_visite([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& nom)
{
    // À COMPLÉTER : une seule instruction, qui insère ou met à jour, et rend le nombre de visites.
    return 0;
}
