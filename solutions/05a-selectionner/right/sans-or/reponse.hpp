// Variante : deux requêtes réunies, et un ordre par numéro de colonne
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT nom, population FROM communes WHERE code_departement = '29' AND population > 10000
UNION ALL
SELECT nom, population FROM communes WHERE code_departement = '29' AND population IS NULL
ORDER BY 2 DESC, 1;
)sql";
