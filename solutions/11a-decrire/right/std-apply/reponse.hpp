// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <tuple>

// Sans pour_chaque_colonne : std::apply donne toutes les colonnes à la fois, et un patron écrit chacune.

template <>
struct orm::Table<Utilisateur> {
    using U = Utilisateur;
    static constexpr std::string_view nom{"utilisateurs"};
    static constexpr auto colonnes =
        std::make_tuple(orm::Colonne<U, std::int64_t>{"id", &U::id, true}, orm::Colonne<U, std::string>{"nom", &U::nom},
                        orm::Colonne<U, std::optional<int>>{"age", &U::age});
};

namespace orm {

template <class T, class M>
std::string definition(const Colonne<T, M>& colonne)
{
    const std::string debut = std::string(colonne.nom) + " " + std::string(type_sql<M>);
    return debut + (colonne.est_cle ? " primary key" : est_optionnel<M> ? "" : " not null");
}

template <Entite T>
std::string sql_creation()
{
    return std::apply(
        [](const auto&... colonne) {
            std::string sql = "create table if not exists " + std::string(Table<T>::nom);
            char separateur = '(';
            for (const std::string& une : std::initializer_list<std::string>{definition(colonne)...}) {
                sql += separateur + une;
                separateur = ',';
            }
            return sql + ");";
        },
        Table<T>::colonnes);
}

}  // namespace orm
