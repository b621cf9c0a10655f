// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <string>

/// Ajoute à la table tickets (id, numero, nom) une ligne pour `nom`, avec le numéro qui suit le plus grand de ceux que la
/// table contient alors (1 si elle est vide). Vrai quand la ligne est écrite et validée.
///
/// Si une autre connexion empêche de lire, d'écrire ou de valider (code 5, SQLITE_BUSY), la fonction essaie de nouveau,
/// plusieurs fois par seconde, jusqu'à y parvenir ou jusqu'à ce que `delai` soit passé. Dans ce dernier cas elle rend faux :
/// rien n'est écrit, et aucune exception ne sort.
/// Toute autre erreur sort sous la forme d'une SQLite::Exception qui porte son code, et rien n'est écrit.
///
/// Quoi qu'il arrive, aucune transaction n'est ouverte au retour, et `base` peut resservir.
/// Au départ, `base` est ouverte en écriture, sans transaction, avec un délai d'attente nul ; la fonction peut le changer.
bool ecrire_avec_attente(SQLite::Database& base, const std::string& nom, std::chrono::milliseconds delai);
