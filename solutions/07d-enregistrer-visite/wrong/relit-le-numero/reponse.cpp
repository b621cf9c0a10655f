// Échoue : DeuxCaisses
// Le numéro est relu après coup : une autre visite a pu s'ajouter entre-temps.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int enregistrer_visite(SQLite::Database& base, const std::string& nom)
{
    SQLite::Statement ecriture(base, "INSERT INTO utilisateurs (nom, visites) VALUES (?, +1)"
                                     "ON CONFLICT (nom) DO UPDATE SET visites = 1 + visites");
    ecriture.bind(1, std::string(nom));
    ecriture.exec();
    SQLite::Statement lecture(base, "SELECT visites FROM utilisateurs WHERE nom = ?");
    lecture.bind(1, std::string(nom));
    const bool lue = lecture.executeStep();
    return lue ? lecture.getColumn(0).getInt() : 0;
}
