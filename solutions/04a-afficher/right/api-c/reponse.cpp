// Variante : l'API C de SQLite, chaque code de retour étant lu
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <memory>
#include <ostream>

void afficher(SQLite::Database& base, std::ostream& sortie)
{
    sqlite3_stmt* brute = nullptr;
    base.check(sqlite3_prepare_v2(base.getHandle(), "SELECT id, nom, age FROM utilisateurs", -1, &brute, nullptr));
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> requete(brute, sqlite3_finalize);
    int code = SQLITE_OK;
    while ((code = sqlite3_step(brute)) == SQLITE_ROW) {
        sortie << '(' << sqlite3_column_int64(brute, 0) << ", ";
        if (const unsigned char* nom = sqlite3_column_text(brute, 1)) {
            sortie << '\'' << nom << '\'';
        } else {
            sortie << "None";
        }
        sortie << ", ";
        if (sqlite3_column_type(brute, 2) == SQLITE_NULL) {
            sortie << "None";
        } else {
            sortie << sqlite3_column_int(brute, 2);
        }
        sortie << ")\n";
    }
    if (code != SQLITE_DONE) {
        throw SQLite::Exception(base.getHandle(), code);
    }
}
