// Échoue : LigneComplete
// Un âge absent devient 0.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::int64_t ajouter(SQLite::Database& base, const Utilisateur& u)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    requete.bind(1, u.nom);
    requete.bind(2, u.age.value_or(0));
    requete.exec();
    return base.getLastInsertRowid();
}
