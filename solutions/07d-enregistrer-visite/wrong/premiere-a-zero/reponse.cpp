// Échoue : PremiereVisite
// Le nouveau visiteur est inscrit avec la valeur par défaut, 0.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int enregistrer_visite(SQLite::Database& base, const std::string& nom)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom) VALUES (?)"
                                    " ON CONFLICT (nom) DO UPDATE SET visites = visites + 1"
                                    " RETURNING visites");
    requete.bind(1, nom);
    requete.executeStep();
    return requete.getColumn(0).getInt();
}
