// Échoue : AutresEntites
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

template <>
struct orm::Table<Utilisateur> {
    static constexpr std::string_view nom = "utilisateurs";
    static constexpr auto colonnes =
        std::tuple{orm::colonne("id", &Utilisateur::id, orm::cle_primaire), orm::colonne("nom", &Utilisateur::nom),
                   orm::colonne("age", &Utilisateur::age)};
};

namespace orm {

/// L'instruction CREATE TABLE qui crée la table de `T` (le détail est dans fourni.hpp).
template <Entite T>
std::string sql_creation()
{
    std::string colonnes;
    pour_chaque_colonne<T>([&](const auto& colonne) {
        using Type = typename std::remove_cvref_t<decltype(colonne)>::Type;
        std::string definition(colonne.nom);
        definition += ' ';
        definition += type_sql<Type>;
        if (colonnes.empty()) {
            definition += " PRIMARY KEY";
        } else if (!est_optionnel<Type>) {
            definition += " NOT NULL";
        }
        colonnes += (colonnes.empty() ? "" : ", ") + definition;
    });
    return "CREATE TABLE " + std::string(Table<T>::nom) + " (" + colonnes + ")";
}

}  // namespace orm
