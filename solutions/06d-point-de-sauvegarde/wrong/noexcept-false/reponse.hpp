// Échoue : DestructeurDiscret
// Le destructeur a le droit de lancer une exception, et s'en sert.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

/// Un point de sauvegarde, annulé par le destructeur si valider() n'a pas été appelée (le détail est dans fourni.hpp).
class PointDeSauvegarde {
public:
    explicit PointDeSauvegarde(SQLite::Database& base) : base_(base)
    {
        base_.exec("SAVEPOINT repere");  // le même nom pour tous : c'est le dernier posé qui compte
    }

    PointDeSauvegarde(const PointDeSauvegarde&) = delete;
    PointDeSauvegarde& operator=(const PointDeSauvegarde&) = delete;

    // clang-format off
    ~PointDeSauvegarde() noexcept(false) { if (!valide_) { base_.exec("ROLLBACK TO repere; RELEASE repere"); } }
    // clang-format on

    void valider()
    {
        base_.exec("RELEASE repere");
        valide_ = true;
    }

private:
    SQLite::Database& base_;
    bool valide_ = false;
};
