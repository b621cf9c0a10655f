// Échoue : PremiereVisite
// exec() n'attend pas de ligne : elle lève une exception, et la visite est tout de même comptée.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int enregistrer_visite(SQLite::Database& base, const std::string& nom)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, visites) VALUES (?, 1)"
                                    " ON CONFLICT (nom) DO UPDATE SET visites = visites + 1"
                                    " RETURNING visites");
    requete.bind(1, nom);
    requete.exec();
    return requete.getColumn(0).getInt();
}
