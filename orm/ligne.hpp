// SPDX-License-Identifier: MIT
// Lire : de la ligne à l'objet.
#pragma once

#include "conversion.hpp"
#include "table.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <type_traits>

namespace orm {

/// L'objet que décrit la ligne que `requete` vient de lire. Les colonnes se cherchent par leur nom : leur ordre, et celles
/// que `T` ne connaît pas, sont sans importance. Lance une SQLite::Exception s'il en manque une, et ce que lance
/// Conversion si une valeur ne convient pas.
template <Entite T>
T depuis_ligne(SQLite::Statement& requete)
{
    T objet{};
    pour_chaque_colonne<T>([&](const auto& colonne) {
        using Type = typename std::remove_cvref_t<decltype(colonne)>::Type;
        const std::string nom(colonne.nom);
        objet.*colonne.membre = Conversion<Type>::lire(requete.getColumn(nom.c_str()));
    });
    return objet;
}

}  // namespace orm
