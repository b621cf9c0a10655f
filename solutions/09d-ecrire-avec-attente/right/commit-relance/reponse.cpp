// Variante : Les codes de l'API C ; BEGIN IMMEDIATE et COMMIT sont chacun relancés jusqu'à la même limite.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"
#include <sqlite3.h>
#include <thread>
bool ecrire_avec_attente(SQLite::Database& base, const std::string& nom, std::chrono::milliseconds delai)
{
    const auto limite = std::chrono::steady_clock::now() + delai;
    sqlite3* c = base.getHandle();
    auto attendre = [&](const char* sql) {
        int rc;
        while ((rc = sqlite3_exec(c, sql, 0, 0, 0)) == SQLITE_BUSY) {
            if (std::chrono::steady_clock::now() > limite)
                break;
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
        }
        return rc;
    };
    int rc = attendre("BEGIN IMMEDIATE");
    if (rc == SQLITE_BUSY)
        return false;
    if (rc)
        throw SQLite::Exception(c, rc);
    sqlite3_stmt* s = 0;
    rc = sqlite3_prepare_v2(
        c, "INSERT INTO tickets(numero, nom) VALUES ((SELECT COALESCE(MAX(numero)+1, 1) FROM tickets), ?)", -1, &s, 0);
    if (rc == SQLITE_OK)
        rc = sqlite3_bind_text(s, 1, nom.c_str(), -1, SQLITE_TRANSIENT);
    if (rc == SQLITE_OK) {
        rc = sqlite3_step(s);
        if (rc == SQLITE_DONE)
            rc = SQLITE_OK;
    }
    if (rc != SQLITE_OK) {
        SQLite::Exception e(c, rc);
        sqlite3_finalize(s);
        sqlite3_exec(c, "ROLLBACK", 0, 0, 0);
        throw e;
    }
    sqlite3_finalize(s);
    rc = attendre("COMMIT");
    if (rc == SQLITE_OK)
        return true;
    SQLite::Exception e(c, rc);
    sqlite3_exec(c, "ROLLBACK", 0, 0, 0);
    if (rc == SQLITE_BUSY)
        return false;
    throw e;
}
