// Échoue : AutresJours
// Les marchés du samedi sont écartés, mais pas les communes qui en ont un.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT c.code, c.nom, count(autre.id)
FROM communes AS c
LEFT JOIN marches AS autre ON autre.code_commune = c.code AND autre.jour <> 'samedi'
WHERE c.population > 8000
GROUP BY c.code
)sql";
