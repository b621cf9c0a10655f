// SPDX-License-Identifier: MIT
// Désigner : de `&Utilisateur::nom`, un membre, au nom de sa colonne.
#pragma once

#include "table.hpp"

#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace orm {

namespace interne {

template <class Membre>
struct MembreDe;
template <class T, class M>
struct MembreDe<M T::*> {
    using Classe = T;
    using Type = M;
};

}  // namespace interne

/// Le type de ce que contient `membre` : TypeDe<&Utilisateur::nom> est std::string.
template <auto membre>
using TypeDe = typename interne::MembreDe<std::remove_cvref_t<decltype(membre)>>::Type;

/// La structure dont c'est le membre : ClasseDe<&Utilisateur::nom> est Utilisateur.
template <auto membre>
using ClasseDe = typename interne::MembreDe<std::remove_cvref_t<decltype(membre)>>::Classe;

/// Le membre de `T` qui porte sa clé primaire, trouvé à la compilation.
template <Entite T>
constexpr std::int64_t T::*membre_cle()
{
    std::int64_t T::*membre = nullptr;
    pour_chaque_colonne<T>([&](const auto& colonne) {
        if constexpr (std::same_as<std::remove_cvref_t<decltype(colonne.membre)>, std::int64_t T::*>) {
            membre = colonne.est_cle ? colonne.membre : membre;
        }
    });
    return membre;
}

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
