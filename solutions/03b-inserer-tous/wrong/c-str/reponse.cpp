// Échoue : ChaqueHabitant
// c_str() est une adresse sans longueur : le nom s'arrête au premier octet nul.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    // Préparée une fois pour toutes.
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    for (const Utilisateur& u : us) {
        requete.bind(1, u.nom.c_str());
        if (u.age) {
            requete.bind(2, *u.age);
        } else {
            requete.bind(2);  // NULL : sans cette ligne, l'âge du précédent resterait lié
        }
        requete.exec();
        requete.reset();  // remet la requête au départ ; les valeurs, elles, restent liées
    }
}
