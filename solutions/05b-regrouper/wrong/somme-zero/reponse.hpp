// Échoue : Total
// total rend 0.0 quand on ne connaît rien, et un réel dans tous les cas.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT code_departement,
       count(*),
       count(*) - count(population),
       total(population),
       round(avg(population), 1)
FROM communes
GROUP BY code_departement
HAVING count(population) < count(*)
)sql";
