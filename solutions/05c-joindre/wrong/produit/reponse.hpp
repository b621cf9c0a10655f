// Échoue : MarchesDuSamedi
// La table communes est jointe sans condition : un produit.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT m.id, c.nom, d.nom
FROM marches AS m
JOIN communes AS c
JOIN departements AS d ON d.code = c.code_departement
WHERE m.jour = 'samedi'
)sql";
