// Variante : regarder, puis agir, dans une transaction qui prend le verrou d'écriture avant de regarder
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int enregistrer_visite(SQLite::Database& base, const std::string& nom)
{
    SQLite::Transaction transaction(base, SQLite::TransactionBehavior::IMMEDIATE);
    int visites = 0;
    bool connu = false;
    {
        SQLite::Statement recherche(base, "SELECT visites FROM utilisateurs WHERE nom = ?");
        recherche.bind(1, nom);
        connu = recherche.executeStep();
        visites = connu ? recherche.getColumn(0).getInt() : 0;
    }
    SQLite::Statement ecriture(base, connu ? "UPDATE utilisateurs SET visites = :visites WHERE nom = :nom"
                                           : "INSERT INTO utilisateurs (nom, visites) VALUES (:nom, :visites)");
    ecriture.bind(":nom", nom);
    ecriture.bind(":visites", ++visites);
    ecriture.exec();
    transaction.commit();
    return visites;
}
