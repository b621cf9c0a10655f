// Échoue : ListeVide
// La boucle s'arrête un habitant trop tôt ; sur une liste vide, us.size() - 1 est immense.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <cstddef>

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    for (std::size_t i = 0; i < us.size() - 1; ++i) {
        const Utilisateur& u = us[i];
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
