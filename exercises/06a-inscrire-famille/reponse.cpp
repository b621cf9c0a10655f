// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inscrire_famille([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] std::span<const Utilisateur> us)
{
    // À COMPLÉTER : une transaction autour des insertions.
}
