// Variante : sans délai d'attente de SQLite, une boucle qui reprend toute la transaction, jusqu'à une échéance
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <thread>

namespace {

bool essayer(SQLite::Database& base, const std::string& nom)
{
    SQLite::Transaction transaction(base, SQLite::TransactionBehavior::EXCLUSIVE);
    SQLite::Statement lecture(base, "SELECT numero FROM tickets ORDER BY numero DESC LIMIT 1");
    const std::int64_t dernier = lecture.executeStep() ? lecture.getColumn(0).getInt64() : 0;
    SQLite::Statement ajout(base, "INSERT INTO tickets (nom, numero) VALUES (:nom, :numero)");
    ajout.bind(":nom", nom);
    ajout.bind(":numero", dernier + 1);
    ajout.exec();
    transaction.commit();
    return true;
}

}  // namespace

bool ecrire_avec_attente(SQLite::Database& base, const std::string& nom, std::chrono::milliseconds delai)
{
    const auto echeance = std::chrono::steady_clock::now() + delai;
    for (;;) {
        try {
            return essayer(base, nom);
        } catch (const SQLite::Exception& erreur) {
            if (erreur.getErrorCode() != SQLITE_BUSY) {
                throw;
            }
        }
        if (std::chrono::steady_clock::now() >= echeance) {
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
}
