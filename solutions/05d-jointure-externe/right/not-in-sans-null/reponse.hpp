// Variante : NOT IN, où les NULL sont écartés de la liste
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT c.code, c.nom, coalesce(sum(m.id IS NOT NULL), 0)
FROM communes AS c LEFT JOIN marches AS m ON m.code_commune = c.code
WHERE c.population > 8000
  AND c.code NOT IN (SELECT code_commune FROM marches WHERE jour = 'samedi' AND code_commune IS NOT NULL)
GROUP BY c.code, c.nom
)sql";
