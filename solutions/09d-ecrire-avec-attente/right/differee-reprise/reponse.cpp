// Variante : une transaction différée, entièrement reprise, lecture comprise, chaque fois que la base est occupée
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

bool ecrire_avec_attente(SQLite::Database& base, const std::string& nom, std::chrono::milliseconds delai)
{
    const auto debut = std::chrono::steady_clock::now();
    do {
        int code = base.tryExec("BEGIN");
        try {
            SQLite::Statement lecture(base, "SELECT max(numero) FROM tickets");
            lecture.executeStep();
            const std::int64_t numero = lecture.getColumn(0).isNull() ? 1 : lecture.getColumn(0).getInt64() + 1;
            lecture.reset();
            SQLite::Statement ajout(base, "INSERT INTO tickets (numero, nom) VALUES (?, ?)");
            ajout.bind(1, numero);
            ajout.bind(2, nom);
            ajout.exec();
            code = base.tryExec("COMMIT");
        } catch (const SQLite::Exception& erreur) {
            code = erreur.getErrorCode();
            if (code != SQLITE_BUSY) {
                base.exec("ROLLBACK");
                throw;
            }
        }
        if (code == SQLITE_OK) {
            return true;
        }
        base.exec("ROLLBACK");
        if (code != SQLITE_BUSY) {
            throw SQLite::Exception(base.getHandle(), code);
        }
        sqlite3_sleep(20);
    } while (std::chrono::steady_clock::now() - debut < delai);
    return false;
}
