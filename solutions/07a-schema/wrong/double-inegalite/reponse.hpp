// Échoue : AgeImpossible
// 0 <= age <= 150 se lit (0 <= age) <= 150 : toujours vrai.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <string_view>

/// Le SQL qui crée la table utilisateurs (le détail est dans fourni.hpp).
inline constexpr std::string_view schema = R"(
    CREATE TABLE utilisateurs (
        id INTEGER PRIMARY KEY,
        nom TEXT NOT NULL UNIQUE,
        age INTEGER CHECK (0 <= age <= 150)
    ) STRICT
)";
