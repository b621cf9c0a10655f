// Échoue : Nombre
// La jointure n'amène que les marchés du samedi, et l'on écrit 0.
// SPDX-License-Identifier: MIT
#pragma once
#include "fourni.hpp"
inline constexpr std::string_view requete = R"sql(
SELECT c.code, c.nom, 0 FROM communes c LEFT JOIN marches m ON m.code_commune = c.code AND m.jour = 'samedi' WHERE c.population > 8000 AND m.id IS NULL
)sql";
