// Variante : une jointure, et HAVING qui compte les samedis
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT c.code, max(c.nom), count(m.id) AS n
FROM communes c LEFT OUTER JOIN marches m ON c.code = m.code_commune
GROUP BY c.code
HAVING c.population > 8000 AND count(*) FILTER (WHERE m.jour = 'samedi') = 0;
)sql";
