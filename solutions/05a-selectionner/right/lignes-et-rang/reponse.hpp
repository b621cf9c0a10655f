// Variante : un rang calculé par une fonction fenêtre, et une négation qui garde NULL
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
WITH rangs AS (
    SELECT nom, population, dense_rank() OVER (ORDER BY coalesce(population, -1) DESC) AS rang
    FROM communes
    WHERE code LIKE '29%' AND NOT coalesce(population BETWEEN 0 AND 10000, 0)
)
SELECT nom, population FROM rangs ORDER BY rang, nom COLLATE NOCASE
)sql";
