// Échoue : Inconnues
// population IS NULL n'est jamais NULL : toutes les communes sont comptées.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT code_departement,
       count(*),
       count(population IS NULL),
       sum(population),
       round(avg(population), 1)
FROM communes
GROUP BY code_departement
HAVING count(population) < count(*)
)sql";
