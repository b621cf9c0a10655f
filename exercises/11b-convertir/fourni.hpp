// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.hpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

namespace orm {

/// Comment une valeur de type `T` passe dans une colonne, et en revient. Chaque spécialisation a trois membres :
///
///     static constexpr std::string_view type = …;
///     static void lier(SQLite::Statement& requete, int position, const T& valeur);
///     static T lire(const SQLite::Column& colonne);
///
/// type       le type de SQL : « INTEGER », « REAL » ou « TEXT » ;
/// lier()     lie `valeur` au marqueur numéro `position`, sans exécuter la requête ;
/// lire()     rend la valeur de la colonne, sans rien deviner : std::invalid_argument si ce n'est pas une valeur du bon type
///            (NULL compris), std::out_of_range si c'est un nombre que `T` ne contient pas.
///
///     T                            dans la base
///     int, std::int64_t            INTEGER
///     bool                         INTEGER : 0 ou 1, et rien d'autre
///     une énumération              INTEGER : le nombre de l'énumérateur
///     double                       REAL ; un INTEGER se lit aussi
///     std::string                  TEXT, octet pour octet
///     std::chrono::year_month_day  TEXT : « 2026-01-05 »
///     std::optional<X>             comme X, ou NULL quand il est vide
///
/// Ce que la colonne contient est dit par isInteger(), isFloat(), isText() et isNull().
template <class T>
struct Conversion;

}  // namespace orm
