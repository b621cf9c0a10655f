// Échoue : AgeAbsent
// Un âge absent devient 0 : on ne distingue plus un nourrisson d'un inconnu.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    for (const Utilisateur& u : us) {
        requete.bind(1, u.nom);
        requete.bind(2, u.age.value_or(0));
        requete.exec();
        requete.reset();
    }
}
