// Variante : BEGIN, COMMIT et ROLLBACK à la main, l'exception étant relancée
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inscrire_famille(SQLite::Database& base, std::span<const Utilisateur> us)
{
    base.exec("BEGIN IMMEDIATE");
    try {
        for (const Utilisateur& u : us) {
            SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
            requete.bind(1, u.nom);
            if (u.age) {
                requete.bind(2, *u.age);
            }
            requete.exec();
        }
        base.exec("COMMIT");
    } catch (...) {
        base.exec("ROLLBACK");
        throw;
    }
}
