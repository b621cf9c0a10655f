// Échoue : CodeInconnu
// Un NULL dans la liste, et NOT IN n'est plus jamais vrai.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT c.code, c.nom, count(autre.id)
FROM communes AS c
LEFT JOIN marches AS autre ON autre.code_commune = c.code AND autre.jour <> 'samedi'
WHERE c.code NOT IN (SELECT code_commune FROM marches WHERE jour = 'samedi')
  AND c.population > 8000
GROUP BY c.code
)sql";
