// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.hpp.
#pragma once

#include <string_view>

// Ce que reponse.hpp définit :
//
//     inline constexpr std::string_view requete;
//
// Une requête SELECT sur les tables
//
//   communes (code TEXT, nom TEXT, code_departement TEXT, code_epci TEXT, population INTEGER)
//   marches  (id INTEGER, jour TEXT, code_commune TEXT ou NULL)
//
// qui rend une ligne par commune de plus de 8 000 habitants où aucun marché ne se tient le samedi, dans n'importe quel
// ordre. Trois colonnes :
//
//   1. le code de la commune
//   2. son nom
//   3. le nombre de ses marchés des autres jours ; 0 quand elle n'en a aucun
