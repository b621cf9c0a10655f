// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inserer_tous([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] std::span<const Utilisateur> us)
{
    // À COMPLÉTER : une seule préparation, puis une exécution par habitant.
}
