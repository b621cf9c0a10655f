// Échoue : Departements
// Sans GROUP BY, une seule ligne, et code_departement est une colonne nue.
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
HAVING count(population) < count(*)
)sql";
