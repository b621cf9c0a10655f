// Échoue : VisitesSuivantes
// DO NOTHING ne compte rien, et ne rend aucune ligne.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int enregistrer_visite(SQLite::Database& base, const std::string& nom)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, visites) VALUES (?, 1)"
                                    " ON CONFLICT (nom) DO NOTHING"
                                    " RETURNING visites");
    requete.bind(1, nom);
    requete.executeStep();
    return requete.getColumn(0).getInt();
}
