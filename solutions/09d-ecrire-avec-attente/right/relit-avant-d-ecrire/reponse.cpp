// Variante : Sans BEGIN : l'insertion n'a lieu que si le plus grand numéro est encore celui qu'on a lu.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"
#include <sqlite3.h>
#include <thread>
// Lire sans transaction, puis n'écrire que si le plus grand numéro est encore celui qu'on a lu.
bool ecrire_avec_attente(SQLite::Database& base, const std::string& nom, std::chrono::milliseconds delai)
{
    const auto fin = std::chrono::steady_clock::now() + delai;
    for (;;) {
        try {
            const int lu = base.execAndGet("SELECT coalesce(max(numero), 0) FROM tickets").getInt();
            SQLite::Statement r(
                base,
                "INSERT INTO tickets (numero, nom) SELECT ?1 + 1, ?2 WHERE (SELECT coalesce(max(numero), 0) FROM tickets) = ?1");
            r.bind(1, lu);
            r.bind(2, nom);
            if (r.exec() == 1)
                return true;
            continue;  // quelqu'un est passé : on relit
        } catch (const SQLite::Exception& e) {
            if (e.getErrorCode() != SQLITE_BUSY)
                throw;
        }
        if (std::chrono::steady_clock::now() >= fin)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
}
