// Échoue : DeuxCaisses
// On regarde, puis on agit : l'autre caisse a le temps de passer entre les deux.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int enregistrer_visite(SQLite::Database& base, const std::string& nom)
{
    SQLite::Statement recherche(base, "SELECT visites FROM utilisateurs WHERE nom = ?");
    recherche.bind(1, nom);
    const bool connu = recherche.executeStep();
    const int visites = connu ? recherche.getColumn(0).getInt() + 1 : 1;
    recherche.reset();
    SQLite::Statement ecriture(base, connu ? "UPDATE utilisateurs SET visites = ?2 WHERE nom = ?1"
                                           : "INSERT INTO utilisateurs (nom, visites) VALUES (?1, ?2)");
    ecriture.bind(1, nom);
    ecriture.bind(2, visites);
    ecriture.exec();
    return visites;
}
