// Échoue : Homonymes
// Retrouve la ligne par son nom : en cas d'homonymes, c'est la première venue.
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
    SQLite::Statement recherche(base, "SELECT id FROM utilisateurs WHERE nom = ?");
    recherche.bind(1, u.nom);
    recherche.executeStep();
    return recherche.getColumn(0).getInt64();
}
