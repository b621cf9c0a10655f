// Échoue : Moyenne
// Les populations inconnues comptent pour 0.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT code_departement,
       count(*),
       count(*) - count(population),
       sum(population),
       round(1.0 * sum(population) / count(*), 1)
FROM communes
GROUP BY code_departement
HAVING count(population) < count(*)
)sql";
