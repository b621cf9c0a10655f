// Échoue : CommandeSansClient
// Une clé étrangère laisse passer NULL.
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
            utilisateur_id INTEGER REFERENCES utilisateurs (id) ON DELETE CASCADE,
            article TEXT NOT NULL,
            centimes INTEGER NOT NULL
        ) STRICT
    )");
}
