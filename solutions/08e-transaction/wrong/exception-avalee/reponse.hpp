// Échoue : AnnuleSurException
// Pendant qu'une exception passe, le destructeur croit bien faire en s'abstenant.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

/// Une transaction, annulée par le destructeur si elle n'a pas été validée (le détail est dans fourni.hpp).
class Transaction {
public:
    explicit Transaction(sqlite3* base) : base_(base)
    {
        executer("BEGIN");  // si BEGIN est refusé, l'objet n'existe pas, et son destructeur n'annulera rien
    }

    ~Transaction()
    {
        if (!finie_ && std::uncaught_exceptions() == 0) {
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
