// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <string_view>

namespace orm {

// À COMPLÉTER : les autres types, et ce que celle-ci oublie de vérifier.
template <>
struct Conversion<int> {
    static constexpr std::string_view type = "INTEGER";
    static void lier(SQLite::Statement& requete, int position, int valeur) { requete.bind(position, valeur); }
    static int lire(const SQLite::Column& colonne) { return colonne.getInt(); }
};

}  // namespace orm
