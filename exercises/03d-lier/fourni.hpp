// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.hpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>

/// Vrai quand `T` est un std::optional.
template <class T>
inline constexpr bool est_optionnel = false;
template <class T>
inline constexpr bool est_optionnel<std::optional<T>> = true;

// Ce que reponse.hpp définit :
//
//     template <class T>
//     void lier(SQLite::Statement& r, int position, const T& v);
//
// Lie `v` au marqueur numéro `position` de `r`, sans exécuter la requête.
//
//   bool                            l'entier 0 ou 1
//   int, long long, std::size_t     un entier ; std::out_of_range s'il ne tient pas dans 64 bits avec signe
//   double                          un réel
//   char                            un texte d'un caractère
//   std::string, std::string_view   un texte, octet pour octet ; un texte vide n'est pas NULL
//   std::optional<X>                NULL s'il est vide, sinon comme X
//
// La requête garde sa propre copie : `v` peut changer ou disparaître avant l'exécution.
