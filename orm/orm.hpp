// SPDX-License-Identifier: MIT
// Le mini-ORM tout entier : décrire (table), convertir (conversion), créer (creation), lire (ligne), désigner (membre), suivre
// (suivi), écrire (ecriture), réunir le tout (session), interroger (requete), associer (association), évoluer (migration).
// Chaque fichier ne dépend que de ceux qui le précèdent.
#pragma once

#include "table.hpp"

#include "conversion.hpp"

#include "creation.hpp"

#include "ligne.hpp"

#include "membre.hpp"

#include "suivi.hpp"

#include "ecriture.hpp"

#include "session.hpp"

#include "requete.hpp"

#include "association.hpp"

#include "migration.hpp"
