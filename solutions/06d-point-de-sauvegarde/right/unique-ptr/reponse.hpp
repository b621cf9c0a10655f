// Variante : un std::unique_ptr dont le destructeur annule ; c'est lui qui interdit la copie
// SPDX-License-Identifier: MIT
#pragma once
#include "fourni.hpp"
#include <memory>
#include <string>
class PointDeSauvegarde {
    struct Rend {
        std::string nom;
        void operator()(SQLite::Database* b) const noexcept
        {
            try {
                b->exec("ROLLBACK TRANSACTION TO SAVEPOINT " + nom + "; RELEASE SAVEPOINT " + nom);
            } catch (...) {
            }
        }
    };
    std::unique_ptr<SQLite::Database, Rend> base_;

public:
    explicit PointDeSauvegarde(SQLite::Database& base)
        : base_(nullptr, Rend{"p" + std::to_string(reinterpret_cast<std::uintptr_t>(this))})
    {
        base.exec("SAVEPOINT " + base_.get_deleter().nom);
        base_.reset(&base);
    }
    void valider()
    {
        base_->exec("RELEASE " + base_.get_deleter().nom);
        base_.release();
    }
};
