// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

/// Une valeur telle que SQLite les connaît : NULL, INTEGER, REAL, TEXT ou BLOB.
using Valeur = std::variant<std::monostate, std::int64_t, double, std::string, std::vector<std::byte>>;

/// La valeur de la colonne numéro `colonne` (à partir de 0) de la ligne où se trouve `requete`, avec le type qu'elle a dans la
/// base : rien n'est converti, rien n'est coupé.
Valeur lire_valeur(sqlite3_stmt* requete, int colonne);

/// Parcourt toutes les lignes qui restent à `requete`, et rend le plus long (en octets) des textes de la colonne numéro
/// `colonne` ; le premier, s'il y en a plusieurs. Les valeurs qui ne sont pas des textes ne comptent pas ; sans aucun texte,
/// rend un texte vide.
///
/// Si SQLite rencontre une erreur en chemin, lance une `SQLite::Exception` qui porte son code.
std::string plus_long(sqlite3_stmt* requete, int colonne);
