// Échoue : PremiereVisite
// Le nom est collé dans le SQL.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int enregistrer_visite(SQLite::Database& base, const std::string& nom)
{
    return base
        .execAndGet("INSERT INTO utilisateurs (nom, visites) VALUES ('" + nom +
                    "', 1) ON CONFLICT (nom) DO UPDATE SET visites = visites + 1 RETURNING visites")
        .getInt();
}
