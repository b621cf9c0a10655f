// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::vector<Utilisateur> lire_tous([[maybe_unused]] SQLite::Database& base)
{
    std::vector<Utilisateur> us;
    // À COMPLÉTER : une requête, une boucle, et un Utilisateur de plus dans us à chaque ligne.
    return us;
}
