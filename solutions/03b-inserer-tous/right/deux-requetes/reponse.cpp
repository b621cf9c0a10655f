// Variante : deux requêtes préparées d'avance, l'une avec l'âge, l'autre sans
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement avec_age(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    SQLite::Statement sans_age(base, "INSERT INTO utilisateurs (nom) VALUES (?)");
    for (const Utilisateur& u : us) {
        SQLite::Statement& requete = u.age ? avec_age : sans_age;
        requete.bind(1, u.nom);
        if (u.age) {
            requete.bind(2, *u.age);
        }
        requete.exec();
        requete.reset();
    }
}
