// Variante : sans drapeau ; le nom est unique, et le destructeur ne trouve plus un repère déjà retiré
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <string>

class PointDeSauvegarde {
    static inline int combien = 0;
    SQLite::Database& base;
    const std::string nom = "repere" + std::to_string(++combien);

public:
    explicit PointDeSauvegarde(SQLite::Database& connexion) : base(connexion) { base.exec("SAVEPOINT " + nom); }
    PointDeSauvegarde(PointDeSauvegarde&) = delete;
    ~PointDeSauvegarde()
    {
        base.tryExec("ROLLBACK TO " + nom);
        base.tryExec("RELEASE " + nom);
    }
    void valider() { base.exec("RELEASE " + nom); }
};
