// Échoue : CommandeSansClient
// Les clés étrangères ne sont jamais activées : SQLite ne les fait pas respecter de lui-même.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void configurer(SQLite::Database& base) { base.setBusyTimeout(5000); }

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
