// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.hpp.
#pragma once

#include "ecriture.hpp"
#include "ligne.hpp"
#include "suivi.hpp"
#include "table.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

// Ce que vous complétez dans la classe orm::Session de reponse.hpp :
//
//     template <Entite T>
//     std::shared_ptr<T> get(std::int64_t id);
//     template <Entite T>
//     std::shared_ptr<T> rattacher(T lu);
//
// get(id)        l'objet de la ligne de `T` qui a cet identifiant, ou nullptr s'il n'y a pas de telle ligne. Si la session a déjà
//                l'objet de cette ligne, c'est lui qui est rendu, tel qu'il est, et rien n'est envoyé à la base.
// rattacher(lu)  `lu` vient d'être lu dans la base, avec son identifiant. Si la session a déjà l'objet de cette ligne, elle le rend,
//                tel qu'il est, et ne garde rien de `lu` ; sinon, `lu` devient un objet suivi, dont les changements partiront au
//                prochain envoi.
//
// Un objet ajouté est celui de sa ligne dès que flush() l'a inséré ; supprimé par flush(), il ne l'est plus. La session garde ses
// objets, même quand le programme les a lâchés, jusqu'à rollback(), qui les oublie tous.
