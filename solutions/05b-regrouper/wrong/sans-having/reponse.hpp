// Échoue : Departements
// Tous les départements, même ceux où l'on sait tout.
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
)sql";
