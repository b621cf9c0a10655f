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
//   marches      (id INTEGER, jour TEXT, code_commune TEXT, nom_commune TEXT)
//   communes     (code TEXT, nom TEXT, code_departement TEXT, code_epci TEXT, population INTEGER)
//   departements (code TEXT, nom TEXT, code_region TEXT)
//
// qui rend une ligne par marché du samedi (jour vaut 'samedi'), dans n'importe quel ordre. Trois colonnes :
//
//   1. l'id du marché
//   2. le nom officiel de sa commune, celui de la table communes
//   3. le nom de son département
