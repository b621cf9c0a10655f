// Échoue : NomEnDouble
// Le nom est la clé primaire : le refus porte un autre code, et id n'est pas numéroté.
// SPDX-License-Identifier: MIT
#pragma once
#include "fourni.hpp"
#include <string_view>
inline constexpr std::string_view schema = R"(
CREATE TABLE utilisateurs (id INTEGER, nom TEXT PRIMARY KEY, age INTEGER CHECK (age BETWEEN 0 AND 150)) STRICT
)";
