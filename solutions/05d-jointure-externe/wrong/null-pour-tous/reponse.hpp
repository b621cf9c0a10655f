// Échoue : CodeInconnu
// Un marché sans commune connue compte pour toutes les communes.
// SPDX-License-Identifier: MIT
#pragma once
#include "fourni.hpp"
inline constexpr std::string_view requete = R"sql(
SELECT c.code, c.nom, count(m.id) FROM communes c LEFT JOIN marches m ON m.code_commune = c.code OR m.code_commune IS NULL WHERE c.population > 8000 AND NOT EXISTS (SELECT 1 FROM marches WHERE jour = 'samedi' AND code_commune = c.code) GROUP BY c.code
)sql";
