// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.hpp.
#pragma once

#include <string_view>

// Ce que reponse.hpp définit :
//
//     inline constexpr std::string_view par_nom, par_code, par_population, sans_habitants;
//
// Quatre conditions, chacune choisissant exactement les mêmes communes que celle du même nom ci-dessous, mais dont le plan
// est une recherche (SEARCH), sans aucun parcours (SCAN). Le programme les met à la fin de cette requête :
//
//     SELECT code, nom, population FROM communes WHERE …
//
// La table et ses index, auxquels on n'ajoute rien :
//
//     CREATE TABLE communes (code TEXT PRIMARY KEY, nom TEXT NOT NULL, code_departement TEXT NOT NULL, code_epci TEXT,
//                            population INTEGER) STRICT;
//     CREATE INDEX communes_par_nom ON communes (nom COLLATE NOCASE);
//     CREATE INDEX communes_par_population ON communes (population);

/// Les conditions d'aujourd'hui : justes, et lentes.
namespace avant {

/// Plouhinec, écrit en majuscules ou en minuscules.
inline constexpr std::string_view par_nom = "upper(nom) = 'PLOUHINEC'";
/// Les codes qui commencent par 29.
inline constexpr std::string_view par_code = "code LIKE '29%'";
/// De 5000 à 5999 habitants : la division de deux entiers est entière.
inline constexpr std::string_view par_population = "population / 1000 = 5";
/// Aucun habitant, ou un nombre d'habitants inconnu.
inline constexpr std::string_view sans_habitants = "coalesce(population, 0) = 0";

}  // namespace avant
