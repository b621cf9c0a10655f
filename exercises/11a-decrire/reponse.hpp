// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <string>
#include <string_view>
#include <tuple>

template <>
struct orm::Table<Utilisateur> {
    // À COMPLÉTER : le nom de la table, et ses trois colonnes.
    static constexpr std::string_view nom = "";
    static constexpr auto colonnes = std::tuple{};
};

namespace orm {

/// L'instruction CREATE TABLE qui crée la table de `T` (le détail est dans fourni.hpp).
template <Entite T>
std::string sql_creation()
{
    // À COMPLÉTER : une définition par colonne, séparées par des virgules.
    return "";
}

}  // namespace orm
