// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inscrire_famille(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Transaction transaction(base);  // sans commit(), annulée à la sortie de la fonction
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    for (const Utilisateur& u : us) {
        requete.bind(1, u.nom);
        if (u.age) {
            requete.bind(2, *u.age);
        } else {
            requete.bind(2);
        }
        requete.exec();
        requete.reset();
    }
    transaction.commit();
}
