// Échoue : Lecture
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
        T copie = objet;
        copie.*colonne.membre = Conversion<Type>::lire(requete.getColumn(nom.c_str()));
    });
    return objet;
}

}  // namespace orm
