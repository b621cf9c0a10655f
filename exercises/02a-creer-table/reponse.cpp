// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void creer_table([[maybe_unused]] SQLite::Database& base)
{
    // À COMPLÉTER : faites exécuter à `base` l'instruction SQL qui crée la table.
}
