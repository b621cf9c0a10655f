// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

/// L'instruction qui ajoute une visite, à l'heure qu'il est.
inline constexpr const char* sql_visite = "INSERT INTO visites DEFAULT VALUES";

/// Ajoute une visite à la base `chemin`, qui existe et contient la table visites.
///
/// Quand la fonction se termine, la base est fermée, quoi qu'il arrive. Si la visite est refusée, l'exception de SQLite
/// (une `SQLite::Exception` de code 19) sort telle quelle de la fonction, et la base n'a pas changé.
void noter_visite(const std::string& chemin);
