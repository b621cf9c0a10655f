// Échoue : Departements
// population, dans HAVING, est une colonne nue : celle d'une seule commune du groupe.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT code_departement,
       count(*),
       count(*) - count(population),
       sum(population),
       round(avg(population), 1)
FROM communes
GROUP BY code_departement
HAVING population IS NULL
)sql";
