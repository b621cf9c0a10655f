// Variante : SQLite::Savepoint, complétée par le RELEASE qui lui manque
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <SQLiteCpp/Savepoint.h>

#include <optional>

class PointDeSauvegarde {
public:
    explicit PointDeSauvegarde(SQLite::Database& base) : base_(base) { repere_.emplace(base, "repere"); }

    ~PointDeSauvegarde()
    {
        if (repere_) {
            repere_.reset();  // ROLLBACK TO
            base_.tryExec("RELEASE repere");
        }
    }

    void valider()
    {
        repere_->release();
        repere_.reset();
    }

private:
    SQLite::Database& base_;
    std::optional<SQLite::Savepoint> repere_;
};
