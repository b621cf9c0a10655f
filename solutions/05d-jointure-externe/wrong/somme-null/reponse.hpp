// Échoue : SansAucunMarche
// Sans marché, la somme est NULL, et NULL n'est pas égal à 0.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT c.code, c.nom, count(autre.id)
FROM communes AS c
LEFT JOIN marches AS autre ON autre.code_commune = c.code
WHERE c.population > 8000 GROUP BY c.code HAVING sum(autre.jour = 'samedi') = 0
)sql";
