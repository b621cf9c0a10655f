// Échoue : MarchesDuSamedi
// GROUP BY c.code : une commune qui a deux marchés le samedi n'en garde qu'un.
// SPDX-License-Identifier: MIT
#pragma once
#include "fourni.hpp"
inline constexpr std::string_view requete = R"sql(
SELECT m.id, c.nom, d.nom FROM marches m JOIN communes c ON c.code = m.code_commune JOIN departements d ON d.code = c.code_departement WHERE m.jour = 'samedi' GROUP BY c.code
)sql";
