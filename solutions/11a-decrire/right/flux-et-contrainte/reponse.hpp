// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <sstream>
#include <string>
#include <string_view>
#include <tuple>

template <>
struct orm::Table<Utilisateur> {
    static constexpr const char* nom = "utilisateurs";
    static constexpr std::tuple colonnes{colonne("id", &Utilisateur::id, cle_primaire),
                                         colonne("nom", &Utilisateur::nom), colonne("age", &Utilisateur::age)};
};

// Un flux, NOT NULL en toutes lettres pour la clé aussi, et la clé dite à la fin, comme l'écrit SQLAlchemy.
template <class T>
requires orm::Entite<T> std::string creation_de()
{
    std::ostringstream sql;
    std::string cle;
    sql << "CREATE TABLE " << orm::Table<T>::nom << " (\n";
    int restantes = std::tuple_size_v<std::remove_const_t<decltype(orm::Table<T>::colonnes)>>;
    orm::pour_chaque_colonne<T>([&]<class M>(const orm::Colonne<T, M>& colonne) {
        --restantes;
        sql << "    " << colonne.nom << ' ' << orm::type_sql<M> << (orm::est_optionnel<M> ? " NULL" : " NOT NULL");
        cle = colonne.est_cle ? colonne.nom : cle;
        sql << (restantes > 0 ? ",\n" : "");
    });
    sql << (cle.empty() ? "" : ",\n    PRIMARY KEY (" + cle + ")") << "\n)";
    return sql.str();
}

namespace orm {
template <class T>
std::string sql_creation()
{
    return creation_de<T>();
}
}  // namespace orm
