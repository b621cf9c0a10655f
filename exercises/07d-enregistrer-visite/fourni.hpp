// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

/// Compte une visite de plus à l'utilisateur qui s'appelle `nom` ; s'il n'existe pas, l'inscrit avec une visite, et un âge
/// inconnu. Rend son nombre de visites, celle-ci comprise.
///
/// Un utilisateur connu garde son id, son âge et ses commandes. À la fin de l'appel, la visite est validée et aucun verrou
/// n'est tenu. Si une autre connexion enregistre une visite de la même personne pendant l'appel, les deux comptent, et n'ont
/// pas le même numéro.
int enregistrer_visite(SQLite::Database& base, const std::string& nom);
