// Échoue : NomsTelsQuels
// Comme Python, change de guillemets quand le nom contient une apostrophe.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <ostream>
#include <string>

void afficher(SQLite::Database& base, std::ostream& sortie)
{
    SQLite::Statement requete(base, "SELECT id, nom, age FROM utilisateurs");
    while (requete.executeStep()) {
        const SQLite::Column id = requete.getColumn(0);
        const SQLite::Column nom = requete.getColumn(1);
        const SQLite::Column age = requete.getColumn(2);

        sortie << '(' << id.getInt64() << ", ";
        if (nom.isNull()) {
            sortie << "None";
        } else {
            const std::string texte = nom.getString();
            const char guillemet = texte.find('\'') == std::string::npos ? '\'' : '"';
            sortie << guillemet << texte << guillemet;
        }
        if (age.isNull()) {
            sortie << ", None";
        } else {
            sortie << ", " << age.getInt();
        }
        sortie << ")\n";
    }
}
