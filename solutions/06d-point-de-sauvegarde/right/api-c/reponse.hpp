// Variante : l'API C, l'adresse de la connexion servant aussi de drapeau
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <sqlite3.h>

#include <memory>

class PointDeSauvegarde {
public:
    explicit PointDeSauvegarde(SQLite::Database& base)
    {
        exiger(base.getHandle(), "SAVEPOINT point");
        connexion_.reset(base.getHandle());
    }

    void valider()
    {
        exiger(connexion_.get(), "RELEASE point");
        connexion_.release();
    }

private:
    static void exiger(sqlite3* connexion, const char* sql)
    {
        if (const int code = sqlite3_exec(connexion, sql, nullptr, nullptr, nullptr); code != SQLITE_OK) {
            throw SQLite::Exception(connexion, code);
        }
    }
    struct Annuler {
        void operator()(sqlite3* connexion) const noexcept
        {
            sqlite3_exec(connexion, "ROLLBACK TO point", nullptr, nullptr, nullptr);
            sqlite3_exec(connexion, "RELEASE point", nullptr, nullptr, nullptr);
        }
    };
    std::unique_ptr<sqlite3, Annuler> connexion_;
};
