// Échoue : Nombre
// La somme de rien est NULL, et non 0.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT c.code, c.nom, sum(autre.jour <> 'samedi')
FROM communes AS c
LEFT JOIN marches AS autre ON autre.code_commune = c.code AND autre.jour <> 'samedi'
LEFT JOIN marches AS samedi ON samedi.code_commune = c.code AND samedi.jour = 'samedi'
WHERE samedi.id IS NULL
  AND c.population > 8000
GROUP BY c.code
)sql";
