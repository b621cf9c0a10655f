// Échoue : ChaqueHabitant
// La requête n'est pas remise au départ : le deuxième bind() est refusé (code 21).
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    for (const Utilisateur& u : us) {
        requete.bind(1, u.nom);
        if (u.age) {
            requete.bind(2, *u.age);
        } else {
            requete.bind(2);
        }
        requete.exec();
    }
}
