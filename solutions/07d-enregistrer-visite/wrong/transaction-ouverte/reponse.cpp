// Échoue : VoisineVoit
// La transaction n'est pas validée : elle est encore ouverte quand la fonction se termine.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

int enregistrer_visite(SQLite::Database& base, const std::string& nom)
{
    if (sqlite3_get_autocommit(base.getHandle()) != 0) {
        base.exec("BEGIN");
    }
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, visites) VALUES (?, +1)"
                                    "ON CONFLICT (nom) DO UPDATE SET visites = 1 + visites "
                                    "RETURNING visites;");
    requete.bind(1, std::string(nom));
    const bool lue = requete.executeStep();
    return lue ? requete.getColumn(0).getInt() : 0;
}
