// Variante : une seule instruction, qui est sa propre transaction, et le délai d'attente demandé par un pragma
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

bool ecrire_avec_attente(SQLite::Database& base, const std::string& nom, std::chrono::milliseconds delai)
{
    base.execAndGet("PRAGMA busy_timeout = " + std::to_string(delai.count()));
    SQLite::Statement ajout(base,
                            "INSERT INTO tickets (numero, nom) SELECT coalesce(max(numero), 0) + 1, ? FROM tickets");
    ajout.bind(1, nom);
    try {
        ajout.exec();
    } catch (const SQLite::Exception& erreur) {
        if (erreur.getErrorCode() == SQLITE_BUSY) {
            return false;
        }
        throw;
    }
    return true;
}
