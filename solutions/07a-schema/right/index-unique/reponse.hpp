// Variante : le nom est unique grâce à un index ; l'âge, par deux CHECK
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <string_view>

inline constexpr std::string_view schema = R"(
    PRAGMA foreign_keys = ON;
    BEGIN;
    CREATE TABLE utilisateurs (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        nom TEXT NOT NULL CHECK (length(nom) <= 200),
        age INTEGER DEFAULT NULL CHECK (age IS NULL OR age >= 0) CHECK (NOT age > 150)
    ) STRICT;
    CREATE UNIQUE INDEX utilisateurs_nom ON utilisateurs (nom);
    COMMIT;
)";
