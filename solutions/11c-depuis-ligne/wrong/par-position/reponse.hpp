// Échoue : ParLeNom
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <string>
#include <type_traits>

namespace orm {

/// L'objet que décrit la ligne que `requete` vient de lire (le détail est dans fourni.hpp).
template <Entite T>
T depuis_ligne(SQLite::Statement& requete)
{
    T objet{};
    int position = 0;
    pour_chaque_colonne<T>([&]<class M>(const Colonne<T, M>& colonne) {
        objet.*colonne.membre = Conversion<M>::lire(requete.getColumn(position++));
    });
    return objet;
}

}  // namespace orm
