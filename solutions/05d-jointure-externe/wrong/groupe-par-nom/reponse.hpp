// Échoue : Nombre
// Le groupe se fait par le nom : les deux Plouhinec n'en font qu'un.
// SPDX-License-Identifier: MIT
#pragma once
#include "fourni.hpp"
inline constexpr std::string_view requete = R"sql(
SELECT c.code, c.nom, count(m.id) FROM communes c LEFT JOIN marches m ON m.code_commune = c.code WHERE c.population > 8000 AND NOT EXISTS (SELECT 1 FROM marches WHERE jour = 'samedi' AND code_commune = c.code) GROUP BY c.nom
)sql";
