// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

/// Vrai si `chemin` est celui d'un fichier que SQLite sait lire comme une base de données ; un fichier de 0 octet en est une.
///
/// Faux sinon : le fichier contient autre chose, ou n'existe pas, ou `chemin` ne désigne pas un fichier (chemin vide,
/// « :memory: », dossier). Ne crée rien, ne change rien, et ne laisse sortir aucune exception de SQLite.
bool est_une_base(const std::string& chemin);
