// Variante : des virgules et WHERE, et un ordre
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT marches.id, communes.nom, departements.nom
FROM departements, communes, marches
WHERE communes.code_departement = departements.code
  AND marches.code_commune = communes.code
  AND marches.jour LIKE 'SAMEDI'
ORDER BY 3, 2
)sql";
