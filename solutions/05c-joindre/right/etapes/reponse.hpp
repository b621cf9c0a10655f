// Variante : une étape par table, et LEFT JOIN
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
WITH samedi (id, code) AS (SELECT id, code_commune FROM marches WHERE jour = 'samedi'),
     lieux AS (SELECT c.code, c.nom AS commune, d.nom AS departement
               FROM departements d INNER JOIN communes c ON (c.code_departement = d.code))
SELECT id, commune, departement FROM samedi LEFT JOIN lieux USING (code)
)sql";
