// Variante : un nom différent pour chaque repère, try et catch dans le destructeur
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <string>

class PointDeSauvegarde {
public:
    explicit PointDeSauvegarde(SQLite::Database& base) : base_(base), nom_("p" + std::to_string(++dernier_))
    {
        base_.exec("SAVEPOINT " + nom_);
    }

    ~PointDeSauvegarde()
    {
        if (nom_.empty()) {
            return;
        }
        try {
            base_.exec("ROLLBACK TO SAVEPOINT " + nom_);
            base_.exec("RELEASE SAVEPOINT " + nom_);
        } catch (const SQLite::Exception&) {
        }
    }

    PointDeSauvegarde(PointDeSauvegarde&&) =
        delete;  // sans déplacement, le compilateur ne fournit pas non plus la copie

    void valider()
    {
        base_.exec("RELEASE SAVEPOINT " + nom_);
        nom_.clear();
    }

private:
    static inline int dernier_ = 0;
    SQLite::Database& base_;
    std::string nom_;
};
