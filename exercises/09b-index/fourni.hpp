// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.hpp.
#pragma once

#include <string_view>

// Ce que reponse.hpp définit :
//
//     inline constexpr std::string_view les_index;
//
// Une ou plusieurs instructions SQL, séparées par des points-virgules, qui créent au plus deux index sur la table
// communes (code TEXT, nom TEXT, code_departement TEXT, code_epci TEXT, population INTEGER). Avec eux, chacune des trois
// requêtes ci-dessous est une recherche (SEARCH), et palmares n'a rien à trier. Aucune ligne n'est changée.

/// La fiche d'une commune dont on connaît le nom. Plusieurs communes peuvent porter le même.
inline constexpr std::string_view par_nom = "SELECT code, nom, population FROM communes WHERE nom = ?";

/// Les dix communes les plus peuplées d'un département.
inline constexpr std::string_view palmares =
    "SELECT nom, population FROM communes WHERE code_departement = ? ORDER BY population DESC LIMIT 10";

/// Les communes d'un département qui ont au moins tant d'habitants.
inline constexpr std::string_view au_dessus = "SELECT nom FROM communes WHERE code_departement = ? AND population >= ?";
