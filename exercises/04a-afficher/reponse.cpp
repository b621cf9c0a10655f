// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <ostream>

void afficher([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] std::ostream& sortie)
{
    // À COMPLÉTER : une requête SELECT, puis une boucle qui écrit chaque ligne dans sortie.
}
