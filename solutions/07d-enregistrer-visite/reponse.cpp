// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int enregistrer_visite(SQLite::Database& base, const std::string& nom)
{
    // Une seule instruction : aucune autre caisse ne peut passer entre la question et la réponse.
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, visites) VALUES (?, 1)"
                                    " ON CONFLICT (nom) DO UPDATE SET visites = visites + 1"
                                    " RETURNING visites");
    requete.bind(1, nom);
    requete.executeStep();
    return requete.getColumn(0).getInt();  // le destructeur de requete met fin à l'instruction
}
