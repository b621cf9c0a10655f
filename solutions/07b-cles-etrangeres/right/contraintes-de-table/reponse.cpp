// Variante : tout par pragma, la clé en contrainte de table, qui peut attendre la fin de la transaction
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void configurer(SQLite::Database& base)
{
    base.exec("PRAGMA busy_timeout = 30000; PRAGMA foreign_keys(1);");
    if (base.execAndGet("PRAGMA foreign_keys").getInt() != 1) {
        throw SQLite::Exception("cette bibliothèque ne connaît pas les clés étrangères");
    }
}

void creer_commandes(SQLite::Database& base)
{
    SQLite::Transaction transaction(base);
    base.exec(R"(
        CREATE TABLE commandes (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            utilisateur_id INT NOT NULL,
            article TEXT NOT NULL,
            centimes INT NOT NULL,
            CONSTRAINT client FOREIGN KEY (utilisateur_id) REFERENCES utilisateurs
                ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
        ) STRICT;
        CREATE INDEX commandes_par_client ON commandes (utilisateur_id);
    )");
    transaction.commit();
}
