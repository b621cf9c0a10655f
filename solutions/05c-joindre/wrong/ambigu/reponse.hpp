// Échoue : MarchesDuSamedi
// Trois tables ont une colonne nom ou code : sans alias, SQLite ne devine pas.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT id, nom, nom
FROM marches AS m
JOIN communes AS c ON c.code = m.code_commune
JOIN departements AS d ON d.code = c.code_departement
WHERE m.jour = 'samedi'
)sql";
