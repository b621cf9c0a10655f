// Échoue : VisitesSuivantes
// Le conflit n'est pas sur l'id, mais sur le nom.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int enregistrer_visite(SQLite::Database& base, const std::string& nom)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, visites) VALUES (?, 1)"
                                    " ON CONFLICT (id) DO UPDATE SET visites = visites + 1"
                                    " RETURNING visites");
    requete.bind(1, nom);
    requete.executeStep();
    return requete.getColumn(0).getInt();
}
