// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

/// Le plan que SQLite suivrait pour exécuter `sql` sur `base` : la colonne detail de chaque ligne que rend
/// EXPLAIN QUERY PLAN suivi de `sql`, telle quelle et dans le même ordre.
///
/// `sql` est une seule instruction SQL (SELECT, DELETE, UPDATE…), avec ou sans marqueurs. Elle n'est pas exécutée : la base
/// reste ce qu'elle était. Un plan peut n'avoir aucune ligne.
/// Si `sql` n'est pas du SQL que cette base comprend, l'exception de SQLiteCpp sort de la fonction.
std::vector<std::string> plan(SQLite::Database& base, const std::string& sql);
