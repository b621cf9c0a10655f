// Variante : les départements sont choisis par une sous-requête, sans HAVING
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
WITH incomplets AS (SELECT DISTINCT code_departement FROM communes WHERE population IS NULL)
SELECT c.code_departement,
       count(*),
       sum(CASE WHEN c.population IS NULL THEN 1 ELSE 0 END),
       sum(c.population),
       round(avg(c.population), 1)
FROM communes AS c
JOIN incomplets USING (code_departement)
GROUP BY c.code_departement;
)sql";
