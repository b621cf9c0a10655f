// Échoue : GrandIdentifiant
// Un int n'a que 32 bits : au-delà de 2 147 483 647, l'identifiant est coupé.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::int64_t ajouter(SQLite::Database& base, const Utilisateur& u)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    requete.bind(1, u.nom);
    if (u.age) {
        requete.bind(2, *u.age);
    }
    requete.exec();
    const int id = base.getLastInsertRowid();
    return id;
}
