// Variante : des listes et des sous-requêtes, qui cherchent elles aussi
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view par_nom = "nom COLLATE NOCASE IN ('PLOUHINEC')";
inline constexpr std::string_view par_code = "rowid IN (SELECT rowid FROM communes WHERE code GLOB '29*')";
inline constexpr std::string_view par_population = "population > 4999 AND NOT population >= 6000";
inline constexpr std::string_view sans_habitants = "population IN (0) OR population IS NULL -- les deux";
