// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

/// Règle une connexion qui vient d'être ouverte : elle fait respecter les clés étrangères, et attend son tour entre une
/// seconde et une minute quand une autre tient le verrou. Aucune transaction ne reste ouverte.
///
/// Appelée sur chaque connexion ; il peut y en avoir plusieurs à la fois.
void configurer(SQLite::Database& base);

/// Crée la table stricte commandes (id, utilisateur_id, article, centimes), que la base n'a pas encore.
///
/// `id` est la clé primaire, que SQLite numérote. Les trois autres colonnes sont obligatoires. `utilisateur_id` est l'id
/// d'une ligne de la table utilisateurs ; quand cette ligne est supprimée, ses commandes le sont avec elle.
/// `base` est déjà réglée par configurer().
void creer_commandes(SQLite::Database& base);
