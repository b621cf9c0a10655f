// Échoue : DejaOuverte
// BEGIN a été refusé, et personne ne l'a lu : le destructeur annule la transaction d'un autre.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

/// Une transaction, annulée par le destructeur si elle n'a pas été validée (le détail est dans fourni.hpp).
class Transaction {
public:
    explicit Transaction(sqlite3* base) : base_(base) { sqlite3_exec(base_, "BEGIN", nullptr, nullptr, nullptr); }

    ~Transaction()
    {
        if (!finie_) {
            // Le code est ignoré : si SQLite a déjà annulé, il n'y a plus rien à faire.
            sqlite3_exec(base_, "ROLLBACK", nullptr, nullptr, nullptr);
        }
    }

    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void valider()
    {
        executer("COMMIT");
        finie_ = true;  // après, et non avant : un COMMIT refusé laisse la transaction ouverte
    }

private:
    void executer(const char* sql)
    {
        if (const int code = sqlite3_exec(base_, sql, nullptr, nullptr, nullptr); code != SQLITE_OK) {
            throw SQLite::Exception(base_, code);
        }
    }

    sqlite3* base_;
    bool finie_ = false;
};
