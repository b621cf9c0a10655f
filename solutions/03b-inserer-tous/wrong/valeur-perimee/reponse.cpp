// Échoue : AbsentApresUnAge
// Rien n'est lié quand l'âge est absent : celui du précédent, encore lié, est enregistré.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    for (const Utilisateur& u : us) {
        requete.bind(1, u.nom);
        if (u.age) {
            requete.bind(2, *u.age);
        }
        requete.exec();
        requete.reset();
    }
}
