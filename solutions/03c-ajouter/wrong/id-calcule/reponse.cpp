// Échoue : RendLIdentifiant
// L'id est calculé au lieu d'être choisi par SQLite : sur une table vide, la première ligne reçoit 0.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::int64_t ajouter(SQLite::Database& base, const Utilisateur& u)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (id, nom, age) "
                                    "VALUES ((SELECT coalesce(max(id) + 1, 0) FROM utilisateurs), ?, ?)");
    requete.bind(1, u.nom);
    if (u.age) {
        requete.bind(2, *u.age);  // sinon rien : un marqueur jamais lié vaut NULL
    }
    requete.exec();
    // L'id de la dernière insertion de cette connexion : ni celui d'un déclencheur, ni celui d'un autre programme.
    return base.getLastInsertRowid();
}
