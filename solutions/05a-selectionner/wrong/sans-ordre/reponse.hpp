// Échoue : Ordre
// Les lignes sortent comme SQLite les trouve.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT nom, population
FROM communes
WHERE code_departement = '29'
  AND (population > 10000 OR population IS NULL)
)sql";
