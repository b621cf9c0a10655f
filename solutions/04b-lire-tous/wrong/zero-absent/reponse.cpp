// Échoue : AgeAbsent
// 0 est pris pour une absence : c'est la valeur qui est interrogée, et non isNull().
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::vector<Utilisateur> lire_tous(SQLite::Database& base)
{
    std::vector<Utilisateur> us;
    // Colonnes nommées, ordre demandé : rien ne dépend de la façon dont la table est rangée.
    SQLite::Statement requete(base, "SELECT id, nom, age FROM utilisateurs ORDER BY id");
    while (requete.executeStep()) {
        Utilisateur u;  // neuf à chaque ligne : son âge est absent
        u.id = requete.getColumn(0).getInt64();
        u.nom = requete.getColumn(1).getString();
        if (requete.getColumn(2).getInt() != 0) {
            u.age = requete.getColumn(2).getInt();
        }
        us.push_back(u);
    }
    return us;
}
