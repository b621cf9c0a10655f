// SPDX-License-Identifier: MIT
#include "fourni.hpp"

Valeur lire_valeur([[maybe_unused]] sqlite3_stmt* requete, [[maybe_unused]] int colonne)
{
    // À COMPLÉTER : demandez d'abord le type de la colonne, puis lisez-la comme telle.
    return {};
}

std::string plus_long([[maybe_unused]] sqlite3_stmt* requete, [[maybe_unused]] int colonne)
{
    // À COMPLÉTER : parcourez les lignes, et retenez le plus long des textes.
    return {};
}
