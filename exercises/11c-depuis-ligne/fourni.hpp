// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.hpp.
#pragma once

#include "conversion.hpp"
#include "table.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

// Ce que reponse.hpp définit :
//
//     namespace orm {
//     template <Entite T>
//     T depuis_ligne(SQLite::Statement& requete);
//     }
//
// Rend l'objet que décrit la ligne que `requete` vient de lire, sans avancer d'une ligne. Chaque colonne de la description
// est cherchée par son nom parmi celles du résultat, dont l'ordre est quelconque ; celles que `T` ne connaît pas sont ignorées.
// Chaque valeur est lue par orm::Conversion, dont les exceptions sortent telles quelles. S'il manque une colonne, une
// exception sort aussi, de n'importe quel type.
