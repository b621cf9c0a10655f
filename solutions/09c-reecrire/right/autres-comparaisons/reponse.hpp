// Variante : des bornes au lieu de GLOB, BETWEEN, LIKE sans joker, IS
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view par_nom = "nom LIKE 'plouhinec'";
inline constexpr std::string_view par_code = "code >= '29' AND code < '2:'";
inline constexpr std::string_view par_population = "population BETWEEN 5000 AND 5999";
inline constexpr std::string_view sans_habitants = "population IS NULL OR population IS 0";
