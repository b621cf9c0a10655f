// Échoue : Homonymes
// La jointure se fait par le nom, que plusieurs communes partagent.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT m.id, c.nom, d.nom
FROM marches AS m
JOIN communes AS c ON c.nom = m.nom_commune
JOIN departements AS d ON d.code = c.code_departement
WHERE m.jour = 'samedi'
)sql";
