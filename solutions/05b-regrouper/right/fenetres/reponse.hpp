// Variante : des fonctions fenêtres, dont DISTINCT ne garde qu'une ligne par département
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT DISTINCT code_departement,
                count(*) OVER d,
                count(*) OVER d - count(population) OVER d,
                sum(population) OVER d,
                round(avg(population) OVER d, 1)
FROM communes
WHERE code_departement IN (SELECT code_departement FROM communes WHERE population IS NULL)
WINDOW d AS (PARTITION BY code_departement)
)sql";
