// Variante : NOT EXISTS, et une sous-requête qui compte
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT code, nom, (SELECT count(*) FROM marches WHERE code_commune = c.code)
FROM communes AS c
WHERE population > 8000
  AND NOT EXISTS (SELECT * FROM marches WHERE jour = 'samedi' AND code_commune = c.code)
ORDER BY nom
)sql";
