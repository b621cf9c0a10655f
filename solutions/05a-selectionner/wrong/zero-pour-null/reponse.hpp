// Échoue : GrandesCommunes
// La commune de 0 habitant est prise pour une commune de population inconnue.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT nom, population
FROM communes
WHERE code_departement = '29'
  AND (population > 10000 OR coalesce(population, 0) = 0)
ORDER BY population DESC, nom
)sql";
