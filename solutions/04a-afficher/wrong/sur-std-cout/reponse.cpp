// Échoue : UneLigneParHabitant
// Les lignes partent vers std::cout, et non vers le flux reçu.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <iostream>

void afficher(SQLite::Database& base, std::ostream&)
{
    std::ostream& sortie = std::cout;
    SQLite::Statement requete(base, "SELECT id, nom, age FROM utilisateurs");
    while (requete.executeStep()) {
        const SQLite::Column id = requete.getColumn(0);
        const SQLite::Column nom = requete.getColumn(1);
        const SQLite::Column age = requete.getColumn(2);

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
