// Variante : la négation : ce qui n'est pas une petite commune
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT nom, population
FROM communes
WHERE code_departement IN ('29')
  AND (population <= 10000) IS NOT TRUE
ORDER BY population IS NULL, -population, nom
)sql";
