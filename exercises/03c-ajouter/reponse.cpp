// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::int64_t ajouter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const Utilisateur& u)
{
    // À COMPLÉTER : insérez la ligne, puis rendez son identifiant.
    return 0;
}
