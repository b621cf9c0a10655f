// Échoue : ClientSupprime
// Sans ON DELETE, un client qui a des commandes ne peut pas partir.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void configurer(SQLite::Database& base)
{
    // Hors de toute transaction : à l'intérieur, ce pragma ne ferait rien, sans le dire.
    base.exec("PRAGMA foreign_keys = ON");
    base.setBusyTimeout(5000);
}

void creer_commandes(SQLite::Database& base)
{
    base.exec(R"(
        CREATE TABLE commandes (
            id INTEGER PRIMARY KEY,
            utilisateur_id INTEGER NOT NULL REFERENCES utilisateurs (id),
            article TEXT NOT NULL,
            centimes INTEGER NOT NULL
        ) STRICT
    )");
}
