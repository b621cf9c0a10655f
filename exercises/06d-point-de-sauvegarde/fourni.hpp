// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.hpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

// Ce que reponse.hpp définit :
//
//     class PointDeSauvegarde {
//     public:
//         explicit PointDeSauvegarde(SQLite::Database& base);
//         ~PointDeSauvegarde();
//         void valider();
//     };
//
// Le constructeur pose un point de sauvegarde ; il peut y en avoir un autre, ou une transaction, déjà en cours.
//
// valider() garde ce qui a été fait depuis, et retire le point de sauvegarde. Appelée une fois au plus, en dernier. Si la base
// refuse, l'exception de SQLite sort, et rien n'est validé.
//
// Si valider() n'a pas réussi, le destructeur annule ce qui a été fait depuis le constructeur, et cela seul, puis retire le
// point de sauvegarde. Il ne lance jamais d'exception, même si la transaction entière a déjà été annulée.
//
// Dans tous les cas, si c'est le constructeur qui avait ouvert la transaction, elle est terminée ensuite. Un
// PointDeSauvegarde ne se copie pas. Les objets sont détruits dans l'ordre inverse de leur création.
