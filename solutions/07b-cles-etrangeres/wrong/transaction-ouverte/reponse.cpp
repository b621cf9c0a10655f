// Échoue : ChaqueConnexion
// configurer laisse une transaction ouverte.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"
void configurer(SQLite::Database& base)
{
    base.exec("PRAGMA foreign_keys = ON");
    base.setBusyTimeout(5000);
    base.exec("BEGIN");
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
