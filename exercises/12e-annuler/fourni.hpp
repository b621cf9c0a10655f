// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.hpp.
#pragma once

#include "ecriture.hpp"
#include "ligne.hpp"
#include "suivi.hpp"
#include "table.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

// Ce que vous ajoutez à la classe orm::Session de reponse.hpp :
//
//     void rollback() noexcept;
//     ~Session();
//
// rollback()   annule la transaction de la session, s'il y en a une, et oublie tous les objets : ceux qui attendaient ne seront pas
//              insérés, ceux qui ont été lus ou modifiés ne sont plus suivis. La session peut resservir. Aucune exception n'en sort.
// ~Session()   fait comme rollback() : ce qui n'a pas été validé est annulé.
// flush()      (et donc commit()) : si la base refuse quelque chose, tout est annulé comme par rollback(), puis l'exception de
//              SQLite sort telle quelle.
