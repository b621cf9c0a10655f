// Variante : l'API C, et un gestionnaire d'attente qui regarde l'échéance
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <memory>

namespace {

using Horloge = std::chrono::steady_clock;

int patienter(void* echeance, int)
{
    sqlite3_sleep(5);
    return Horloge::now() < *static_cast<const Horloge::time_point*>(echeance) ? 1 : 0;
}

int ecrire(sqlite3* base, const std::string& nom)
{
    sqlite3_stmt* brute = nullptr;
    int code =
        sqlite3_prepare_v2(base, "INSERT INTO tickets (numero, nom) SELECT ifnull(max(numero), 0) + 1, ?1 FROM tickets",
                           -1, &brute, nullptr);
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> ajout(brute, sqlite3_finalize);
    if (code == SQLITE_OK) {
        code = sqlite3_bind_text(brute, 1, nom.data(), static_cast<int>(nom.size()), SQLITE_TRANSIENT);
    }
    if (code == SQLITE_OK) {
        code = sqlite3_step(brute);
    }
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

}  // namespace

bool ecrire_avec_attente(SQLite::Database& base, const std::string& nom, std::chrono::milliseconds delai)
{
    sqlite3* const brute = base.getHandle();
    Horloge::time_point echeance = Horloge::now() + delai;
    sqlite3_busy_handler(brute, patienter, &echeance);
    int code = sqlite3_exec(brute, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr);
    if (code == SQLITE_OK) {
        code = ecrire(brute, nom);
        if (code == SQLITE_OK) {
            code = sqlite3_exec(brute, "COMMIT", nullptr, nullptr, nullptr);
        }
    }
    const SQLite::Exception erreur(brute, code);
    if (sqlite3_get_autocommit(brute) == 0) {
        sqlite3_exec(brute, "ROLLBACK", nullptr, nullptr, nullptr);
    }
    sqlite3_busy_handler(brute, nullptr, nullptr);
    if (code == SQLITE_OK || code == SQLITE_BUSY) {
        return code == SQLITE_OK;
    }
    throw erreur;
}
