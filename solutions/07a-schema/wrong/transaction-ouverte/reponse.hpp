// Échoue : LignesOrdinaires
// Le schéma ouvre une transaction et ne la valide pas.
// SPDX-License-Identifier: MIT
#pragma once
#include "fourni.hpp"
#include <string_view>
inline constexpr std::string_view schema = R"(
BEGIN; CREATE TABLE utilisateurs (id INTEGER PRIMARY KEY, nom TEXT NOT NULL UNIQUE, age INTEGER CHECK (age BETWEEN 0 AND 150)) STRICT;
)";
