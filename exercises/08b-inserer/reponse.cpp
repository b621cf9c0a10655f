// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inserer([[maybe_unused]] sqlite3* base, [[maybe_unused]] std::span<const Habitant> habitants)
{
    // À COMPLÉTER : préparer une fois ; pour chaque habitant, lier, exécuter, réinitialiser ; libérer à la fin.
}
