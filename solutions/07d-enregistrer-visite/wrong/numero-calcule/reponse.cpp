// Échoue : DeuxCaisses
// La mise à jour est sûre, mais le numéro rendu est celui d'avant, plus un.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int enregistrer_visite(SQLite::Database& base, const std::string& nom)
{
    SQLite::Statement recherche(base, "SELECT coalesce(max(visites), 0) FROM utilisateurs WHERE nom = ?");
    recherche.bind(1, nom);
    recherche.executeStep();
    const int avant = recherche.getColumn(0).getInt();
    recherche.reset();
    SQLite::Statement ecriture(base, "INSERT INTO utilisateurs (nom, visites) VALUES (?, +1)"
                                     "ON CONFLICT (nom) DO UPDATE SET visites = 1 + visites");
    ecriture.bind(1, nom);
    ecriture.exec();
    return avant + 1;
}
