// Échoue : PopulationInconnue
// Rien n'est égal à NULL : la condition n'est jamais vraie.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT nom, population
FROM communes
WHERE code_departement = '29'
  AND (population > 10000 OR population = NULL)
ORDER BY population DESC, nom
)sql";
