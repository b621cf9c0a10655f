// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>

/// Retire `centimes` du solde du compte `de` et les ajoute à celui du compte `vers` : les deux, ou aucun.
///
/// La base contient la table comptes (id, titulaire, solde, plafond) ; les montants sont des entiers de 64 bits, en centimes.
/// `centimes` est positif, `de` et `vers` sont différents, et aucune transaction n'est en cours : ce n'est pas à vérifier.
///
/// Quand la fonction se termine bien, le virement est définitif. Si la base refuse un des deux soldes, l'exception de SQLite
/// (une `SQLite::Exception` de code 19) sort de la fonction. Si l'un des comptes n'existe pas, c'est une
/// `std::invalid_argument`. Dans ces deux cas, rien n'a changé, et aucune transaction ne reste ouverte.
void virer(SQLite::Database& base, std::int64_t de, std::int64_t vers, std::int64_t centimes);
