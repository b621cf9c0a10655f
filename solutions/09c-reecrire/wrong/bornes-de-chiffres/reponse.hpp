// Échoue : ParCode
// Un code peut contenir une lettre : '29A07' est au-delà de '29999'.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view par_nom = "nom = 'Plouhinec' COLLATE NOCASE";
inline constexpr std::string_view par_code = "code BETWEEN '29000' AND '29999'";
inline constexpr std::string_view par_population = "population >= 5000 AND population < 6000";
inline constexpr std::string_view sans_habitants = "population = 0 OR population IS NULL";
