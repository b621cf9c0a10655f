// Échoue : MauvaisType
// Le type est vérifié par un CHECK : la ligne est refusée, mais avec le code d'un âge hors de l'intervalle.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <string_view>

/// Le SQL qui crée la table utilisateurs (le détail est dans fourni.hpp).
inline constexpr std::string_view schema = R"(
    CREATE TABLE utilisateurs (
        id INTEGER PRIMARY KEY,
        nom TEXT NOT NULL UNIQUE,
        age INTEGER CHECK (age BETWEEN 0 AND 150 AND typeof(age) IN ('integer', 'null') AND typeof(nom) IN ('text', 'null'))
    )
)";
