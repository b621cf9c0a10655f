// Échoue : ChaqueConnexion
// Une variable static croit que régler une connexion suffit pour toutes.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void configurer(SQLite::Database& base)
{
    static bool deja_fait = false;
    if (!deja_fait) {
        base.exec("PRAGMA foreign_keys = 1");
        deja_fait = true;
    }
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
