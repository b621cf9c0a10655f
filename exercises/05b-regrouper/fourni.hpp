// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.hpp.
#pragma once

#include <string_view>

// Ce que reponse.hpp définit :
//
//     inline constexpr std::string_view requete;
//
// Une requête SELECT sur la table communes (code TEXT, nom TEXT, code_departement TEXT, code_epci TEXT,
// population INTEGER), qui rend une ligne par département où la population d'une commune au moins n'est pas connue
// (NULL), dans n'importe quel ordre. Cinq colonnes :
//
//   1. le code du département
//   2. le nombre de ses communes, toutes comprises
//   3. le nombre de celles dont la population n'est pas connue
//   4. la somme des populations connues ; NULL si aucune ne l'est
//   5. la moyenne des populations connues, arrondie à un chiffre après la virgule par round(…, 1) ; NULL si aucune ne
//      l'est
