// Variante : un déclencheur supprime les commandes d'un client qui part, avant que la clé, vérifiée plus tard, ne s'en plaigne
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void configurer(SQLite::Database& base)
{
    SQLite::Statement cles(base, "PRAGMA foreign_keys = yes");
    cles.executeStep();
    SQLite::Statement delai(base, "PRAGMA busy_timeout = 2000");
    delai.executeStep();
}

void creer_commandes(SQLite::Database& base)
{
    base.exec(R"(
        CREATE TABLE commandes (
            centimes INTEGER NOT NULL CHECK (centimes >= 0),
            article TEXT NOT NULL,
            utilisateur_id INTEGER NOT NULL REFERENCES utilisateurs DEFERRABLE INITIALLY DEFERRED,
            id INTEGER NOT NULL PRIMARY KEY
        ) STRICT;
        CREATE TRIGGER depart AFTER DELETE ON utilisateurs BEGIN
            DELETE FROM commandes WHERE utilisateur_id = OLD.id;
        END;
    )");
}
