// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

namespace orm {

/// L'objet que décrit la ligne que `requete` vient de lire (le détail est dans fourni.hpp).
template <Entite T>
T depuis_ligne([[maybe_unused]] SQLite::Statement& requete)
{
    T objet{};
    // À COMPLÉTER : donnez à chaque membre décrit la valeur de sa colonne.
    return objet;
}

}  // namespace orm
