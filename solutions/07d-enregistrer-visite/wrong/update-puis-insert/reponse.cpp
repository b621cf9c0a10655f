// Échoue : DeuxCaisses
// Entre l'UPDATE qui n'a trouvé personne et l'INSERT, l'autre caisse peut inscrire la même personne.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int enregistrer_visite(SQLite::Database& base, const std::string& nom)
{
    SQLite::Statement ajout(base, "UPDATE utilisateurs SET visites = visites + 1 WHERE nom = ? RETURNING visites");
    ajout.bind(1, std::string(nom));
    if (ajout.executeStep()) {
        return int{ajout.getColumn(0).getInt()};
    }
    SQLite::Statement inscription(base, "INSERT INTO utilisateurs (nom, visites) VALUES (?, +1)");
    inscription.bind(1, std::string(nom));
    inscription.exec();
    return 1;
}
