// Échoue : VoisineVoit
// L'instruction n'est jamais finie : la ligne reste invisible, et le verrou tenu.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

int enregistrer_visite(SQLite::Database& base, const std::string& nom)
{
    sqlite3_stmt* requete = nullptr;
    sqlite3_prepare_v2(base.getHandle(),
                       "INSERT INTO utilisateurs (nom, visites) VALUES (?, +1)"
                       "ON CONFLICT (nom) DO UPDATE SET visites = 1 + visites "
                       "RETURNING visites;",
                       -1, &requete, nullptr);
    sqlite3_bind_text(requete, 1, nom.data(), static_cast<int>(nom.size()), SQLITE_TRANSIENT);
    sqlite3_step(requete);
    return sqlite3_column_int(requete, 0);
}
