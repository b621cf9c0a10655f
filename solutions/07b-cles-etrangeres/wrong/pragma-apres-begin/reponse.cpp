// Échoue : ChaqueConnexion
// Le pragma est exécuté dans une transaction : il ne fait rien, sans le dire.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void configurer(SQLite::Database& base)
{
    SQLite::Transaction transaction(base);
    base.exec("PRAGMA foreign_keys = 1");
    transaction.commit();
    base.setBusyTimeout(5000);
}

void creer_commandes(SQLite::Database& base)
{
    base.exec(R"(
        CREATE TABLE commandes (
            id INTEGER PRIMARY KEY,
            utilisateur_id INTEGER NOT NULL REFERENCES utilisateurs (id) ON DELETE CASCADE,
            article TEXT NOT NULL,
            centimes INTEGER NOT NULL
        ) STRICT
    )");
}
