// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void configurer([[maybe_unused]] SQLite::Database& base)
{
    // À COMPLÉTER : les clés étrangères et le délai d'attente de cette connexion (tâche 1).
}

void creer_commandes([[maybe_unused]] SQLite::Database& base)
{
    // À COMPLÉTER : la table commandes (tâches 2 et 3).
}
