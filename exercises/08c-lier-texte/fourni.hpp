// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <string>

/// Lie `texte` au marqueur numéro `position` de `requete`, comme texte, octet pour octet, sans exécuter la requête.
///
/// `texte` est passé par valeur : il est détruit dès que la fonction se termine, et la requête est exécutée plus tard. Si
/// SQLite refuse, lance une `SQLite::Exception` qui porte son code.
void lier_texte(sqlite3_stmt* requete, int position, std::string texte);
