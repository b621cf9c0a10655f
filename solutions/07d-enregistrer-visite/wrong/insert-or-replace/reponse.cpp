// Échoue : IdentiteGardee
// OR REPLACE supprime l'ancienne ligne : l'identifiant, l'âge et les commandes partent avec elle.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int enregistrer_visite(SQLite::Database& base, const std::string& nom)
{
    SQLite::Statement requete(base, "INSERT OR REPLACE INTO utilisateurs (nom, visites) VALUES"
                                    " (?1, coalesce((SELECT visites FROM utilisateurs WHERE nom = ?1), 0) + 1)"
                                    " RETURNING visites");
    requete.bind(1, nom);
    requete.executeStep();
    return requete.getColumn(0).getInt();
}
