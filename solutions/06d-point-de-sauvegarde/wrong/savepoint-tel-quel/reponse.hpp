// Échoue : ApresLeBloc
// SQLite::Savepoint telle qu'elle est : ROLLBACK TO, mais jamais RELEASE ; la transaction reste ouverte.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <SQLiteCpp/Savepoint.h>

/// Un point de sauvegarde, annulé par le destructeur si valider() n'a pas été appelée (le détail est dans fourni.hpp).
struct PointDeSauvegarde : private SQLite::Savepoint {
    explicit PointDeSauvegarde(SQLite::Database& connexion) : Savepoint(connexion, "repere") {}
    void valider() { release(); }
};
