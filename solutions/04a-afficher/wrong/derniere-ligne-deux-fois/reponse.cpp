// Échoue : UneLigneParHabitant
// La boucle demande si la requête est finie avant d'avancer : au dernier tour, rien n'est lu, et la ligne précédente est réécrite.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <ostream>
#include <string>

void afficher(SQLite::Database& base, std::ostream& sortie)
{
    SQLite::Statement requete(base, "SELECT id, nom, age FROM utilisateurs");
    std::string ligne;
    while (!requete.isDone()) {
        if (requete.executeStep()) {
            const SQLite::Column nom_lu = requete.getColumn(1), age_lu = requete.getColumn(2);
            ligne = "(" + requete.getColumn(0).getString();
            ligne += nom_lu.isNull() ? ", None, " : ", '" + nom_lu.getString() + "', ";
            ligne += age_lu.isNull() ? "None)" : age_lu.getString() + ")";
        }
        sortie << ligne << '\n';
    }
}
