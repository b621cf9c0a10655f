// Échoue : ParNom
// lower(nom) n'est pas plus dans l'index que upper(nom).
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view par_nom = "lower(nom) = 'plouhinec'";
inline constexpr std::string_view par_code = "code GLOB '29*'";
inline constexpr std::string_view par_population = "population >= 5000 AND population < 6000";
inline constexpr std::string_view sans_habitants = "population = 0 OR population IS NULL";
