// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.hpp.
#pragma once

#include <string_view>

// Ce que reponse.hpp définit :
//
//     inline constexpr std::string_view requete;
//
// Une requête SELECT sur la table communes (code TEXT, nom TEXT, code_departement TEXT, code_epci TEXT,
// population INTEGER), qui rend deux colonnes :
//
//   nom          le nom d'une commune du Finistère (code_departement '29') qui a plus de 10 000 habitants,
//                ou dont la population n'est pas connue (NULL)
//   population   sa population
//
// De la plus peuplée à la moins peuplée ; à population égale, par nom ; les populations inconnues à la fin, par nom.
