// Échoue : GrandesCommunes
// 10 000 tout juste est accepté.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT nom, population
FROM communes
WHERE code_departement = '29'
  AND (population >= 10000 OR population IS NULL)
ORDER BY population DESC, nom
)sql";
