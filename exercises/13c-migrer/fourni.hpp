// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <span>
#include <string>

namespace orm {

/// Une étape de l'histoire d'une base : la première mène de la version 0 à la version 1, la deuxième à la version 2, etc.
struct Migration {
    std::string titre;  ///< pour les humains
    std::string sql;    ///< une ou plusieurs instructions, séparées par des points-virgules, sans BEGIN ni COMMIT
};

/// Joue, dans l'ordre, les étapes qui manquent à `base`. Son numéro de version, « PRAGMA user_version », dit combien elle
/// en a déjà reçu ; il vaut 0 dans une base neuve.
///
/// Chaque étape est faite en entier, avec son numéro, ou pas du tout : même si le programme s'arrête net au milieu. Si
/// SQLite refuse une étape, son exception sort telle quelle, les étapes d'avant restent, et aucune transaction n'est en
/// cours. À une base qui a toutes les étapes, rien n'arrive.
///
/// Si la base a reçu plus d'étapes qu'il n'y en a ici, elle vient d'un programme plus récent : std::runtime_error, sans y
/// toucher.
///
/// Aucune transaction n'est en cours au moment de l'appel.
void migrer(SQLite::Database& base, std::span<const Migration> migrations);

}  // namespace orm
