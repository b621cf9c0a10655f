// Échoue : Departements
// Une agrégation dans WHERE : misuse of aggregate.
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
WHERE count(population) < count(*) GROUP BY code_departement
)sql";
