// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

/// Un point de sauvegarde, annulé par le destructeur si valider() n'a pas été appelée (le détail est dans fourni.hpp).
class PointDeSauvegarde {
public:
    explicit PointDeSauvegarde(SQLite::Database& base) : base_(base)
    {
        // À COMPLÉTER : poser le point de sauvegarde.
    }

    ~PointDeSauvegarde()
    {
        // À COMPLÉTER : annuler, sauf si valider() a réussi.
    }

    void valider()
    {
        // À COMPLÉTER : garder ce qui a été fait.
    }

private:
    [[maybe_unused]] SQLite::Database& base_;
};
