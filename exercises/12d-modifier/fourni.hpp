// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.hpp.
#pragma once

#include "creation.hpp"
#include "ligne.hpp"
#include "suivi.hpp"
#include "table.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

// Ce que vous complétez dans reponse.hpp : trois fonctions de SuiviDe<T>, que suivi.hpp déclare, et deux d'orm::Session.
//
// modifie()        vrai si l'objet n'est plus ce que la base en sait, c'est-à-dire ce que dit photo_.
// mettre_a_jour()  un seul UPDATE, des seules colonnes qui ont changé, de la seule ligne de l'objet.
// supprimer()      un DELETE de cette ligne. L'objet est ensuite à l'état oublie.
//
// remove(objet)    fera supprimer la ligne de cet objet, qui est de la session. La base ne change pas. S'il n'a pas encore été
//                  inséré, il ne le sera pas.
// flush()          insère et met à jour, dans l'ordre où les objets sont arrivés dans la session ; puis supprime, dans l'ordre
//                  inverse. Un objet à supprimer n'est pas mis à jour. Tout est dans la transaction de la session, que
//                  commencer() ouvre s'il le faut ; quand il n'y a rien à envoyer, il ne se passe rien.
//
// L'identifiant d'un objet ne change pas.
