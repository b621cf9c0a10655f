// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

/// Ouvre la base de données `chemin` pour y lire et y écrire, et la crée, vide, si le fichier n'existe pas.
///
/// Une base déjà remplie garde toutes ses tables et toutes ses lignes. Si la base ne peut être ni ouverte ni créée,
/// l'exception de SQLiteCpp (code 14) sort de la fonction.
SQLite::Database ouvrir(const std::string& chemin);
