// Échoue : CommandesGardees
// L'identifiant et l'âge sont recopiés, mais OR REPLACE a tout de même supprimé l'ancienne ligne, et ses commandes.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int enregistrer_visite(SQLite::Database& base, const std::string& nom)
{
    SQLite::Statement requete(base, "INSERT OR REPLACE INTO utilisateurs (id, nom, age, visites) VALUES"
                                    " ((SELECT id FROM utilisateurs WHERE nom = ?1), ?1,"
                                    "  (SELECT age FROM utilisateurs WHERE nom = ?1),"
                                    "  coalesce((SELECT visites FROM utilisateurs WHERE nom = ?1), 0) + 1)"
                                    " RETURNING visites");
    requete.bind(1, nom);
    requete.executeStep();
    return requete.getColumn(0).getInt();
}
