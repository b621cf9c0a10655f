// Échoue : Ordre
// À population égale, l'ordre est celui du hasard.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT nom, population
FROM communes
WHERE code_departement = '29'
  AND (population > 10000 OR population IS NULL)
ORDER BY population DESC
)sql";
