// Variante : la connexion sait elle-même si une transaction est ouverte ; les instructions sont préparées
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

class Transaction {
public:
    explicit Transaction(sqlite3* base) : base_(base) { verifier(faire("BEGIN IMMEDIATE")); }

    Transaction(Transaction&&) = delete;

    ~Transaction()
    {
        if (base_ != nullptr && sqlite3_get_autocommit(base_) == 0) {
            faire("ROLLBACK TRANSACTION");
        }
    }

    void valider()
    {
        verifier(faire("END"));
        base_ = nullptr;
    }

private:
    int faire(const char* sql) noexcept
    {
        sqlite3_stmt* requete = nullptr;
        if (const int code = sqlite3_prepare_v2(base_, sql, -1, &requete, nullptr); code != SQLITE_OK) {
            return code;
        }
        sqlite3_step(requete);
        return sqlite3_finalize(requete);  // rend le code de l'exécution
    }

    void verifier(int code) const
    {
        if (code != SQLITE_OK) {
            throw SQLite::Exception(base_, code);
        }
    }

    sqlite3* base_;
};
