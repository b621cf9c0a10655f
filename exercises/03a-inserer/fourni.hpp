// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

/// Ajoute à la table utilisateurs (id, nom, age) une ligne faite de `nom` et de `age`. SQLite choisit l'id.
///
/// `nom` est enregistré octet pour octet, quoi qu'il contienne : apostrophes, fragments de SQL, octets nuls.
/// Le texte SQL exécuté est le même quels que soient `nom` et `age`, qui sont des paramètres liés.
/// `base` est ouverte en écriture et contient la table.
void inserer(SQLite::Database& base, const std::string& nom, int age);
