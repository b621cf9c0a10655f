// Échoue : SansHabitants
// La colonne est encore à l'intérieur d'une fonction.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view par_nom = "nom = 'Plouhinec' COLLATE NOCASE";
inline constexpr std::string_view par_code = "code GLOB '29*'";
inline constexpr std::string_view par_population = "population >= 5000 AND population < 6000";
inline constexpr std::string_view sans_habitants = "ifnull(population, 0) = 0";
