// Échoue : ParPopulation
// 6000 / 1000 vaut 6.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view par_nom = "nom = 'Plouhinec' COLLATE NOCASE";
inline constexpr std::string_view par_code = "code GLOB '29*'";
inline constexpr std::string_view par_population = "population BETWEEN 5000 AND 6000";
inline constexpr std::string_view sans_habitants = "population = 0 OR population IS NULL";
