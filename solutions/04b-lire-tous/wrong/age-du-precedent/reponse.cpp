// Échoue : AgeAbsent
// Un même Utilisateur sert à toutes les lignes : l'âge du précédent y reste quand il n'y en a pas.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::vector<Utilisateur> lire_tous(SQLite::Database& base)
{
    std::vector<Utilisateur> us;
    // Colonnes nommées, ordre demandé : rien ne dépend de la façon dont la table est rangée.
    SQLite::Statement requete(base, "SELECT id, nom, age FROM utilisateurs ORDER BY id");
    for (Utilisateur u; requete.executeStep();) {
        u.id = requete.getColumn(0).getInt64();
        u.nom = requete.getColumn(1).getString();
        if (!requete.getColumn(2).isNull()) {
            u.age = requete.getColumn(2).getInt();
        }
        us.push_back(u);
    }
    return us;
}
