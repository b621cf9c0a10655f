// SPDX-License-Identifier: MIT
// Désigner : de `&Utilisateur::nom`, un membre, au nom de sa colonne.
#pragma once

#include "table.hpp"

#include <concepts>
#include <string_view>
#include <type_traits>

namespace orm {

namespace interne {

template <class Membre>
struct MembreDe;
template <class T, class M>
struct MembreDe<M T::*> {
    using Type = M;
};

}  // namespace interne

/// Le type de ce que contient `membre` : TypeDe<&Utilisateur::nom> est std::string.
template <auto membre>
using TypeDe = typename interne::MembreDe<std::remove_cvref_t<decltype(membre)>>::Type;

/// Le nom de la colonne de `T` que porte `membre`, trouvé à la compilation ; un membre sans colonne n'y passe pas.
template <Entite T, auto membre>
constexpr std::string_view nom_de_colonne()
{
    constexpr std::string_view nom = [] {
        std::string_view trouve;
        pour_chaque_colonne<T>([&](const auto& colonne) {
            if constexpr (std::same_as<decltype(colonne.membre), decltype(membre)>) {
                trouve = colonne.membre == membre ? colonne.nom : trouve;
            }
        });
        return trouve;
    }();
    static_assert(!nom.empty(), "ce membre n'a pas de colonne dans orm::Table");
    return nom;
}

}  // namespace orm
