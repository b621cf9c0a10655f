// Variante : une différence d'ensembles, nommée par WITH
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
WITH candidates AS (
    SELECT code FROM communes WHERE population > 8000
    EXCEPT
    SELECT code_commune FROM marches WHERE jour = 'samedi'
), compte AS (
    SELECT code_commune, count(*) AS n FROM marches GROUP BY code_commune
)
SELECT code, nom, coalesce(n, 0)
FROM candidates JOIN communes USING (code)
LEFT JOIN compte ON compte.code_commune = candidates.code
)sql";
