// Variante : FILTER, une somme de conditions, et une division rendue réelle
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT code_departement AS departement,
       count(code) AS communes,
       count(*) FILTER (WHERE population IS NULL) AS inconnues,
       sum(population),
       round(sum(population) * 1.0 / count(population), 1)
FROM communes
GROUP BY departement
HAVING sum(population IS NULL) >= 1
ORDER BY communes DESC
)sql";
