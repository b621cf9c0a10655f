// Échoue : ValidationRefusee
// tryExec rend l'erreur, et personne ne la lit.
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

    ~PointDeSauvegarde()
    {
        if (!valide_) {
            // tryExec ne lance pas d'exception ; s'il n'y a plus de repère, il n'y a plus rien à annuler.
            base_.tryExec("ROLLBACK TO repere; RELEASE repere");
        }
    }

    void valider()
    {
        base_.tryExec("RELEASE repere");
        valide_ = true;
    }

private:
    SQLite::Database& base_;
    bool valide_ = false;
};
