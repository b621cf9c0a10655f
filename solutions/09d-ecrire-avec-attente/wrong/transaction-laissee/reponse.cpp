// Échoue : LecteurEnCours
// Quand COMMIT échoue, la transaction reste ouverte : il manque ROLLBACK.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

bool ecrire_avec_attente(SQLite::Database& base, const std::string& nom, std::chrono::milliseconds delai)
{
    // clang-format off
    sqlite3_busy_timeout(base.getHandle(), int(delai.count()));
    int code = base.tryExec("BEGIN IMMEDIATE");
    if (code == SQLITE_OK) { try {
        SQLite::Statement a(base, "INSERT INTO tickets (numero, nom) SELECT coalesce(max(numero), 0) + 1, ? FROM tickets");
        a.bind(1, nom); a.exec(); }
        catch (...) { base.exec("ROLLBACK"); throw; }
        code = base.tryExec("COMMIT");
    }
    if (code != SQLITE_OK && code != SQLITE_BUSY) { throw SQLite::Exception(base.getHandle(), code); }
    return code == SQLITE_OK;
    // clang-format on
}
