// Échoue : SansAucunMarche
// Une jointure interne perd les communes qui n'ont aucun marché.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT c.code, c.nom, count(autre.id)
FROM communes AS c
JOIN marches AS autre ON autre.code_commune = c.code AND autre.jour <> 'samedi'
LEFT JOIN marches AS samedi ON samedi.code_commune = c.code AND samedi.jour = 'samedi'
WHERE samedi.id IS NULL
  AND c.population > 8000
GROUP BY c.code
)sql";
