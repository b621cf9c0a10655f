// Échoue : PremiereVisite
// Le nom sert de modèle à LIKE : « % » ressemble à tout le monde.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"
int enregistrer_visite(SQLite::Database& base, const std::string& nom)
{
    SQLite::Transaction t(base, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement r(base, "UPDATE utilisateurs SET visites = visites + 1 WHERE nom LIKE ? RETURNING visites");
    r.bind(1, nom);
    int n = 1;
    if (r.executeStep()) {
        n = r.getColumn(0).getInt();
        r.reset();
    } else {
        SQLite::Statement i(base, "INSERT INTO utilisateurs(nom, visites) VALUES (?, 1)");
        i.bind(1, nom);
        i.exec();
    }
    t.commit();
    return n;
}
