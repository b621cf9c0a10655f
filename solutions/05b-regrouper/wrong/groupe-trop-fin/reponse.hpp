// Échoue : Departements
// Un critère de trop : une ligne par commune inconnue.
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
GROUP BY code_departement, nom
HAVING count(population) < count(*)
)sql";
