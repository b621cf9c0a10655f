// Échoue : VisitesSuivantes
// excluded.visites est la valeur qu'on voulait insérer : 1 + 1 font toujours 2.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int enregistrer_visite(SQLite::Database& base, const std::string& nom)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, visites) VALUES (?, 1)"
                                    " ON CONFLICT (nom) DO UPDATE SET visites = excluded.visites + 1"
                                    " RETURNING visites");
    requete.bind(1, nom);
    requete.executeStep();
    return requete.getColumn(0).getInt();
}
