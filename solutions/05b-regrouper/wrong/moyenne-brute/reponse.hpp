// Échoue : Moyenne
// La moyenne n'est pas arrondie.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT code_departement,
       count(*),
       count(*) - count(population),
       sum(population),
       avg(population)
FROM communes
GROUP BY code_departement
HAVING count(population) < count(*)
)sql";
