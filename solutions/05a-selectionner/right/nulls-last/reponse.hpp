// Variante : des alias, coalesce, et NULLS LAST qui dit tout haut ce que DESC fait
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
-- Une population inconnue compte comme une grande.
SELECT c.nom AS "commune", c.population AS "habitants"
FROM communes AS c
WHERE coalesce(c.population, 10001) > 10000
  AND c.code_departement = 29 -- comparé à une colonne TEXT, le nombre devient le texte '29'
ORDER BY "habitants" DESC NULLS LAST, "commune" ASC
)sql";
