// Échoue : AutreErreur
// L'exception est refaite après ROLLBACK, qui a effacé l'erreur de la connexion.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

bool ecrire_avec_attente(SQLite::Database& base, const std::string& nom, std::chrono::milliseconds delai)
{
    base.setBusyTimeout(static_cast<int>(delai.count()));
    try {
        SQLite::Transaction transaction(base, SQLite::TransactionBehavior::IMMEDIATE);
        const std::int64_t numero = base.execAndGet("SELECT coalesce(max(numero), 0) + 1 FROM tickets").getInt64();
        SQLite::Statement ajout(base, "INSERT INTO tickets (numero, nom) VALUES (?, ?)");
        ajout.bind(1, numero);
        ajout.bind(2, nom);
        ajout.exec();
        transaction.commit();
        return true;
    } catch (const SQLite::Exception& erreur) {
        if (erreur.getErrorCode() != SQLITE_BUSY) {
            throw SQLite::Exception(base.getHandle());
        }
        return false;
    }
}
