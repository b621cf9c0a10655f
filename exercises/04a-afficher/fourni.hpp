// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <iosfwd>

/// Écrit dans `sortie` une ligne de texte par ligne de la table utilisateurs (id, nom, age) :
///
///     (1, 'Alice', 30)
///     (4, 'L'Haÿ', 40)
///     (5, 'Zoé', None)
///
/// Le nom est écrit tel quel entre deux apostrophes, NULL s'écrit None, l'ordre des lignes est libre.
/// `base` peut n'être ouverte qu'en lecture ; elle contient la table, qui peut être vide.
void afficher(SQLite::Database& base, std::ostream& sortie);
