// Variante : Son propre gestionnaire d'attente, retiré au retour.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"
#include <ctime>
#include <sqlite3.h>
#include <thread>
namespace {
using Horloge = std::chrono::steady_clock;
class Patience {
    sqlite3* db_;
    Horloge::time_point fin_;
    static int encore(void* moi, int fois)
    {
        auto& p = *static_cast<Patience*>(moi);
        if (Horloge::now() > p.fin_)
            return 0;
        std::this_thread::sleep_for(std::chrono::milliseconds(fois < 5 ? 10 : 100));
        return 1;
    }

public:
    Patience(sqlite3* db, std::chrono::milliseconds d) : db_(db), fin_(Horloge::now() + d)
    {
        sqlite3_busy_handler(db, encore, this);
    }
    ~Patience() { sqlite3_busy_handler(db_, nullptr, nullptr); }
    Patience(const Patience&) = delete;
    Patience& operator=(const Patience&) = delete;
};
}  // namespace
bool ecrire_avec_attente(SQLite::Database& base, const std::string& nom, std::chrono::milliseconds delai)
{
    Patience patience(base.getHandle(), delai);
    const int rc = base.tryExec("BEGIN IMMEDIATE");
    if (rc == SQLITE_BUSY)
        return false;
    if (rc != SQLITE_OK)
        throw SQLite::Exception(base.getHandle(), rc);
    try {
        int numero = 1;
        {
            SQLite::Statement lire(base, "SELECT numero FROM tickets ORDER BY numero DESC LIMIT 1");
            if (lire.executeStep())
                numero = lire.getColumn(0).getInt() + 1;
        }
        SQLite::Statement ecrire(base, "INSERT INTO tickets (numero, nom) VALUES (:numero, :nom)");
        ecrire.bind(":numero", numero);
        ecrire.bind(":nom", nom);
        ecrire.exec();
        base.exec("COMMIT");
    } catch (const SQLite::Exception& e) {
        const int code = e.getErrorCode();
        if (!sqlite3_get_autocommit(base.getHandle()))
            base.exec("ROLLBACK");
        if (code == SQLITE_BUSY)
            return false;
        throw;
    }
    return true;
}
