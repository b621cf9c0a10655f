// Échoue : IdentiteGardee
// L'âge de la ligne qu'on voulait insérer, absent, remplace celui qu'on connaissait.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int enregistrer_visite(SQLite::Database& base, const std::string& nom)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, visites) VALUES (?, 1)"
                                    " ON CONFLICT (nom) DO UPDATE SET visites = visites + 1, age = excluded.age"
                                    " RETURNING visites");
    requete.bind(1, nom);
    requete.executeStep();
    return requete.getColumn(0).getInt();
}
