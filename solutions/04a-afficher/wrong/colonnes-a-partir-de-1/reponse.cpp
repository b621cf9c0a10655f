// Échoue : UneLigneParHabitant
// Les colonnes sont comptées à partir de 1, comme les marqueurs : la troisième n'existe pas.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <ostream>

void afficher(SQLite::Database& base, std::ostream& sortie)
{
    SQLite::Statement requete(base, "SELECT id, nom, age FROM utilisateurs");
    while (requete.executeStep()) {
        const SQLite::Column id = requete.getColumn(1);
        const SQLite::Column nom = requete.getColumn(2);
        const SQLite::Column age = requete.getColumn(3);

        sortie << '(' << id.getInt64() << ", ";
        if (nom.isNull()) {
            sortie << "None";
        } else {
            sortie << '\'' << nom.getString() << '\'';
        }
        if (age.isNull()) {
            sortie << ", None";
        } else {
            sortie << ", " << age.getInt();
        }
        sortie << ")\n";
    }
}
