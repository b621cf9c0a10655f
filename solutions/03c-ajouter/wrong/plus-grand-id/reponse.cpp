// Échoue : Declencheur
// Le plus grand id de la table peut être celui d'une autre ligne, ajoutée entre-temps.
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
    return base.execAndGet("SELECT max(id) FROM utilisateurs").getInt64();
}
