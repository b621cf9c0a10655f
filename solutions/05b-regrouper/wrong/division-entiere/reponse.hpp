// Échoue : Moyenne
// Entre deux entiers, la division est entière.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT code_departement,
       count(*),
       count(*) - count(population),
       sum(population),
       round(sum(population) / count(population), 1)
FROM communes
GROUP BY code_departement
HAVING count(population) < count(*)
)sql";
