// Variante : un COMMIT refusé est annulé aussitôt, sans attendre le destructeur, qui rattrape ce qu'il aurait à lancer
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

class Transaction {
public:
    explicit Transaction(sqlite3* base) : base_(*base)
    {
        faire("BEGIN");
        ouverte_ = true;
    }

    ~Transaction()
    {
        try {
            annuler();
        } catch (const SQLite::Exception&) {
            // SQLite a déjà annulé
        }
    }

    Transaction(Transaction&) = delete;
    void operator=(const Transaction&) = delete;

    void valider()
    {
        try {
            faire("COMMIT");
            ouverte_ = false;
        } catch (...) {
            annuler();
            throw;
        }
    }

private:
    void annuler()
    {
        if (ouverte_) {
            ouverte_ = false;
            faire("ROLLBACK");
        }
    }

    void faire(const char* sql)
    {
        switch (const int code = sqlite3_exec(&base_, sql, nullptr, nullptr, nullptr)) {
            case SQLITE_OK: return;
            default: throw SQLite::Exception(sqlite3_errmsg(&base_), code);
        }
    }

    sqlite3& base_;
    bool ouverte_ = false;
};
