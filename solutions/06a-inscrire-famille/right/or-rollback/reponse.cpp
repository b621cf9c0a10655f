// Variante : INSERT OR ROLLBACK, qui annule la transaction entière dès qu'une ligne est refusée
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inscrire_famille(SQLite::Database& base, std::span<const Utilisateur> us)
{
    base.exec("BEGIN");
    SQLite::Statement requete(base, "INSERT OR ROLLBACK INTO utilisateurs (nom, age) VALUES (?, ?)");
    for (const Utilisateur& u : us) {
        requete.bind(1, u.nom);
        u.age ? requete.bind(2, *u.age) : requete.bind(2);
        requete.exec();
        requete.reset();
    }
    base.exec("COMMIT");
}
