// Variante : une sous-requête par colonne, sans GROUP BY
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT d.code,
       (SELECT count(*) FROM communes WHERE code_departement = d.code),
       (SELECT count(*) FROM communes WHERE code_departement = d.code AND population IS NULL),
       (SELECT sum(population) FROM communes WHERE code_departement = d.code),
       (SELECT round(avg(population), 1) FROM communes WHERE code_departement = d.code)
FROM departements AS d
WHERE EXISTS (SELECT 1 FROM communes WHERE code_departement = d.code AND population IS NULL)
)sql";
