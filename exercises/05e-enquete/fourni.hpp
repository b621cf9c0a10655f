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
//   rondes    (id INTEGER, instant TEXT, present INTEGER)      present vaut 1 ou 0
//   personnes (id INTEGER, nom TEXT)
//   passages  (id INTEGER, id_personne INTEGER, code_commune TEXT, instant TEXT)
//   communes  (code TEXT, nom TEXT, code_departement TEXT, code_epci TEXT, population INTEGER)
//
// qui rend une ligne par coupable, dans l'ordre de leur arrivée sur une île. Trois colonnes :
//
//   1. le nom du coupable
//   2. le nom de l'île où il s'est enfui
//   3. l'instant de son passage sur cette île
