// Échoue : JournalWal
// Seule l'insertion est relancée, dans une transaction qui a déjà lu.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

bool ecrire_avec_attente(SQLite::Database& base, const std::string& nom, std::chrono::milliseconds delai)
{
    // clang-format off
    SQLite::Transaction t(base);
    const int n = base.execAndGet("SELECT coalesce(max(numero), 0) + 1 FROM tickets").getInt();
    const auto fin = std::chrono::steady_clock::now() + delai;
    SQLite::Statement a(base, "INSERT INTO tickets (numero, nom) VALUES (?, ?)"); a.bind(1, n); a.bind(2, nom);
    const auto relancer = [&](auto instruction) {
        for (;;) {
            try { instruction(); return true; }
            catch (const SQLite::Exception& e) { if (e.getErrorCode() != SQLITE_BUSY) throw; }
            if (std::chrono::steady_clock::now() > fin) return false;
            sqlite3_sleep(10); a.tryReset();
        }
    };
    return relancer([&] { a.exec(); }) && relancer([&] { t.commit(); });
    // clang-format on
}
