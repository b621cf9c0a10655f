// Échoue : IdentiteGardee
// L'UPDATE n'a pas de WHERE : chacun a une visite de plus.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int enregistrer_visite(SQLite::Database& base, const std::string& nom)
{
    SQLite::Statement inscription(base, "INSERT OR IGNORE INTO utilisateurs (nom) VALUES (?)");
    inscription.bind(1, nom);
    inscription.exec();
    base.exec("UPDATE utilisateurs SET visites = visites + 1");
    SQLite::Statement lecture(base, "SELECT visites FROM utilisateurs WHERE nom = ?");
    lecture.bind(1, std::string(nom));
    lecture.executeStep();
    return lecture.getColumn(0).getInt();
}
