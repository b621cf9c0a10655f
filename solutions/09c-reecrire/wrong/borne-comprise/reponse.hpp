// Échoue : ParCode
// BETWEEN comprend sa borne haute : '30' est choisi.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view par_nom = "nom = 'Plouhinec' COLLATE NOCASE";
inline constexpr std::string_view par_code = "code BETWEEN '29' AND '30'";
inline constexpr std::string_view par_population = "population >= 5000 AND population < 6000";
inline constexpr std::string_view sans_habitants = "population = 0 OR population IS NULL";
