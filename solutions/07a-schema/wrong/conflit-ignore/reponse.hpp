// Échoue : NomEnDouble
// Le doublon est écarté en silence : la caisse n'en sait rien.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <string_view>

/// Le SQL qui crée la table utilisateurs (le détail est dans fourni.hpp).
inline constexpr std::string_view schema = R"(
    CREATE TABLE utilisateurs (
        id INTEGER PRIMARY KEY,
        nom TEXT NOT NULL UNIQUE ON CONFLICT IGNORE,
        age INTEGER CHECK (age BETWEEN 0 AND 150)
    ) STRICT
)";
