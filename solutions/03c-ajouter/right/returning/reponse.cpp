// Variante : INSERT … RETURNING, dont on lit l'unique ligne
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::int64_t ajouter(SQLite::Database& base, const Utilisateur& u)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?) RETURNING id");
    requete.bind(1, u.nom);
    if (u.age) {
        requete.bind(2, *u.age);
    }
    requete.executeStep();  // la requête, détruite en sortant de la fonction, ne reste pas ouverte
    return requete.getColumn(0).getInt64();
}
