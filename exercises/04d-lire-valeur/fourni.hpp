// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

/// Une valeur de SQLite, quel que soit son type :
///
///   NULL      std::monostate
///   INTEGER   std::int64_t
///   REAL      double
///   TEXT      std::string
///   BLOB      std::vector<std::byte>
using Valeur = std::variant<std::monostate, std::int64_t, double, std::string, std::vector<std::byte>>;

/// Rend la valeur de `c`, entière et dans son type : celui de la valeur, non celui que déclare la colonne.
///
/// La requête est sur une ligne, et personne n'a encore lu cette colonne.
Valeur lire(const SQLite::Column& c);
