// Échoue : RendLIdentifiant
// exec() refuse une requête qui rend une ligne : il lève une exception… après avoir inséré.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::int64_t ajouter(SQLite::Database& base, const Utilisateur& u)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?) RETURNING id");
    requete.bind(1, u.nom);
    if (u.age) {
        requete.bind(2, *u.age);
    }
    requete.exec();
    return base.getLastInsertRowid();
}
