// Échoue : RendLIdentifiant
// La requête réinitialisée est exécutée une seconde fois pour lire l'id : deux lignes au lieu d'une.
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
    requete.reset();
    requete.exec();
    return base.getLastInsertRowid();
}
