// Échoue : EntreDeux
// Une transaction pour attendre, une autre pour écrire, et la lecture entre les deux.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

bool ecrire_avec_attente(SQLite::Database& base, const std::string& nom, std::chrono::milliseconds delai)
{
    base.setBusyTimeout(static_cast<int>(delai.count()));
    try {
        SQLite::Transaction(base, SQLite::TransactionBehavior::IMMEDIATE).commit();
        const auto numero = base.execAndGet("SELECT coalesce(max(numero), 0) + 1 FROM tickets").getInt64();
        SQLite::Transaction transaction{base, SQLite::TransactionBehavior::IMMEDIATE};
        SQLite::Statement ajout(base, "INSERT INTO tickets (numero, nom) VALUES (?, ?)");
        ajout.bind(1, numero);
        ajout.bind(2, nom);
        ajout.exec();
        transaction.commit();
        return true;
    } catch (const SQLite::Exception& erreur) {
        if (erreur.getErrorCode() != SQLITE_BUSY) {
            throw;
        }
        return false;
    }
}
