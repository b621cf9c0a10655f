// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.hpp.
#pragma once

#include "table.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Un habitant du registre. Un âge absent est NULL dans la base.
struct Utilisateur {
    std::int64_t id{};
    std::string nom{};
    std::optional<int> age{};
};

namespace orm {

/// Vrai quand `M` est un std::optional.
template <class M>
inline constexpr bool est_optionnel = false;
template <class M>
inline constexpr bool est_optionnel<std::optional<M>> = true;

/// Le type de SQL qui convient à un membre de type `M` : type_sql<int> vaut « INTEGER ».
template <class M>
inline constexpr std::string_view type_sql = "INTEGER";
template <>
inline constexpr std::string_view type_sql<double> = "REAL";
template <>
inline constexpr std::string_view type_sql<std::string> = "TEXT";
template <class M>
inline constexpr std::string_view type_sql<std::optional<M>> = type_sql<M>;

}  // namespace orm

// Ce que reponse.hpp définit :
//
//     template <>
//     struct orm::Table<Utilisateur> { … };
//
// La table utilisateurs, et ses colonnes id (clé primaire), nom et age, dans cet ordre (voir table.hpp).
//
//     namespace orm {
//     template <Entite T>
//     std::string sql_creation();
//     }
//
// L'instruction CREATE TABLE qui crée la table de `T` : ses colonnes dans l'ordre de la description, chacune avec son
// type. La clé primaire est PRIMARY KEY, un std::optional accepte NULL, tout autre membre est NOT NULL. Les noms sont
// des mots simples : il n'y a rien à protéger.
