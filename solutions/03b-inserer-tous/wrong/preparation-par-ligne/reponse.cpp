// Échoue : UneSeulePreparation
// La requête est préparée de nouveau pour chaque habitant.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    for (const auto& u : us) {
        SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?1, ?2)");
        requete.bind(1, u.nom);
        if (u.age) {
            requete.bind(2, *u.age);
        } else {
            requete.bind(2);
        }
        requete.exec();
        requete.reset();
    }
}
