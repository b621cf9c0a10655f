// Échoue : ParCode
// '2A900' est entre '29' et '30' : les lettres viennent après les chiffres.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view par_nom = "nom = 'Plouhinec' COLLATE NOCASE";
inline constexpr std::string_view par_code = "code >= '29' AND code < '30'";
inline constexpr std::string_view par_population = "population >= 5000 AND population < 6000";
inline constexpr std::string_view sans_habitants = "population = 0 OR population IS NULL";
