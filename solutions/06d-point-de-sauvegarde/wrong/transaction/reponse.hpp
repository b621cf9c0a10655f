// Échoue : Emboites
// Une transaction ne s'ouvre pas dans une autre.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

/// Un point de sauvegarde, annulé par le destructeur si valider() n'a pas été appelée (le détail est dans fourni.hpp).
struct PointDeSauvegarde {
    explicit PointDeSauvegarde(SQLite::Database& connexion) : transaction(connexion) {}
    void valider() { transaction.commit(); }
    SQLite::Transaction transaction;
};
