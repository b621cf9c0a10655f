// Variante : un point de sauvegarde, ouvert hors de toute transaction, en tient lieu
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inscrire_famille(SQLite::Database& base, std::span<const Utilisateur> us)
{
    base.exec("SAVEPOINT famille");
    try {
        SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
        for (const Utilisateur& u : us) {
            requete.bind(1, u.nom);
            if (u.age) {
                requete.bind(2, *u.age);
            }
            requete.exec();
            requete.reset();
            requete.clearBindings();
        }
        base.exec("RELEASE famille");
    } catch (const SQLite::Exception&) {
        base.exec("ROLLBACK TO famille");
        base.exec("RELEASE famille");
        throw;
    }
}
