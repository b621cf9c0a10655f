// Échoue : ParCode
// LIKE ne se sert pas d'un index qui distingue les majuscules.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view par_nom = "nom = 'Plouhinec' COLLATE NOCASE";
inline constexpr std::string_view par_code = "code LIKE '29_%' OR code = '29'";
inline constexpr std::string_view par_population = "population >= 5000 AND population < 6000";
inline constexpr std::string_view sans_habitants = "population = 0 OR population IS NULL";
