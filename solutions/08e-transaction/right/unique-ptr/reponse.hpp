// Variante : un std::unique_ptr dont la fonction de fermeture annule, et que valider() oblige à oublier ; il interdit la copie de lui-même
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <memory>
#include <string>

class Transaction {
    struct Annuler {
        void operator()(sqlite3* base) const { sqlite3_exec(base, "ROLLBACK", nullptr, nullptr, nullptr); }
    };
    std::unique_ptr<sqlite3, Annuler> ouverte;

    static sqlite3* exiger(sqlite3* base, const std::string& sql)
    {
        char* message = nullptr;
        const int code = sqlite3_exec(base, sql.c_str(), nullptr, nullptr, &message);
        const std::unique_ptr<char, void (*)(void*)> texte(message, sqlite3_free);
        return code == SQLITE_OK ? base : throw SQLite::Exception(texte ? texte.get() : "refus", code);
    }

public:
    explicit Transaction(sqlite3* base) : ouverte(exiger(base, "BEGIN")) {}
    ~Transaction() = default;
    void valider()
    {
        exiger(ouverte.get(), "COMMIT");
        static_cast<void>(ouverte.release());
    }
};
