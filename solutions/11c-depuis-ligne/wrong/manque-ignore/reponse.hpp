// Échoue : ColonneManquante
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
    pour_chaque_colonne<T>([&](const auto& colonne) {
        using Type = typename std::remove_cvref_t<decltype(colonne)>::Type;
        const std::string nom(colonne.nom);
        for (int i = 0; i < requete.getColumnCount(); ++i) {
            if (nom == requete.getColumnName(i)) {
                objet.*colonne.membre = Conversion<Type>::lire(requete.getColumn(i));
            }
        }
    });
    return objet;
}

}  // namespace orm
