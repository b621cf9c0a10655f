// Variante : BEGIN quand aucune transaction n'est en cours, SAVEPOINT sinon
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <sqlite3.h>

class PointDeSauvegarde {
public:
    explicit PointDeSauvegarde(SQLite::Database& base)
        : base_(base), premier_(sqlite3_get_autocommit(base.getHandle()) != 0)
    {
        base_.exec(premier_ ? "BEGIN" : "SAVEPOINT repere");
    }

    ~PointDeSauvegarde()
    {
        if (!valide_) {
            base_.tryExec(premier_ ? "ROLLBACK" : "ROLLBACK TO repere; RELEASE repere");
        }
    }

    PointDeSauvegarde(const PointDeSauvegarde&) = delete;
    void operator=(const PointDeSauvegarde&) = delete;

    void valider()
    {
        base_.exec(premier_ ? "COMMIT" : "RELEASE repere");
        valide_ = true;
    }

private:
    SQLite::Database& base_;
    bool premier_;
    bool valide_ = false;
};
