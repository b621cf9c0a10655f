// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.hpp.
#pragma once

#include "conversion.hpp"
#include "table.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

// Ce que reponse.hpp définit :
//
//     namespace orm {
//     template <Entite... T>
//     void create_all(SQLite::Database& base);
//     }
//
// Crée dans `base` la table de chacune des entités `T`, et elles seules, si elle n'y est pas encore ; une table qui existe
// n'est pas modifiée. Une table est créée après celles qu'elle désigne par reference_vers, quel que soit l'ordre des `T`.
//
// Chaque colonne a le type que dit orm::Conversion ; la clé est PRIMARY KEY, un std::optional accepte NULL, tout autre membre est
// NOT NULL ; une colonne qui désigne une autre table (colonne.parent) est une clé étrangère vers la clé primaire de celle-ci.
//
// Les noms sont quelconques : mots de SQL, espaces, accents, guillemets.
