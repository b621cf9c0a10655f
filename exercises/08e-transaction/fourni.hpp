// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.hpp.
#pragma once

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

// Ce que reponse.hpp définit :
//
//     class Transaction {
//     public:
//         explicit Transaction(sqlite3* base);
//         ~Transaction();
//         void valider();
//     };
//
// Le constructeur ouvre une transaction sur `base`, qui lui survivra. Le destructeur l'annule, sauf si valider() a réussi ; il ne
// laisse sortir aucune exception, quoi que SQLite réponde. Une Transaction ne se copie pas.
//
// Le constructeur et valider() lancent une SQLite::Exception qui porte le code de SQLite quand celui-ci refuse. Après un valider()
// refusé, rien n'est enregistré, et la transaction est annulée au plus tard par le destructeur.
