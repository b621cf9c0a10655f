// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <map>
#include <stdexcept>
#include <string_view>
#include <tuple>

// Les noms d'abord, dans une table ; puis un patron récursif sur le rang de la colonne.

namespace orm {

using Positions = std::map<std::string_view, int>;

template <std::size_t rang, class T>
void remplir(T& objet, SQLite::Statement& requete, const Positions& positions)
{
    constexpr const auto& colonnes = Table<T>::colonnes;
    if constexpr (rang < std::tuple_size_v<std::remove_cvref_t<decltype(colonnes)>>) {
        constexpr auto colonne = std::get<rang>(colonnes);
        auto& membre = objet.*colonne.membre;
        membre =
            Conversion<std::remove_reference_t<decltype(membre)>>::lire(requete.getColumn(positions.at(colonne.nom)));
        remplir<rang + 1>(objet, requete, positions);
    }
}

template <class T>
T depuis_ligne(SQLite::Statement& requete)
{
    Positions positions;
    for (int i = 0; i < requete.getColumnCount(); ++i) {
        positions[requete.getColumnName(i)] = i;
    }
    T objet;
    remplir<0>(objet, requete, positions);
    return objet;
}

}  // namespace orm
