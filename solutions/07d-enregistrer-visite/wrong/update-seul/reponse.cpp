// Échoue : PremiereVisite
// Un UPDATE n'inscrit personne.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int enregistrer_visite(SQLite::Database& base, const std::string& nom)
{
    SQLite::Statement requete(base, "UPDATE utilisateurs SET visites = visites + 1 WHERE nom = ? RETURNING visites");
    requete.bind(1, std::string(nom));
    const bool lue = requete.executeStep();
    return lue ? requete.getColumn(0).getInt() : 0;
}
