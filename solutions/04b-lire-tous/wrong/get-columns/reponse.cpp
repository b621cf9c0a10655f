// Échoue : AgeAbsent
// getColumns convertit chaque colonne sans demander si elle est NULL.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::vector<Utilisateur> lire_tous(SQLite::Database& base)
{
    std::vector<Utilisateur> us;
    // Colonnes nommées, ordre demandé : rien ne dépend de la façon dont la table est rangée.
    SQLite::Statement requete(base, "SELECT id, nom, age FROM utilisateurs ORDER BY id");
    while (requete.executeStep()) {
        us.push_back(requete.getColumns<Utilisateur, 3>());
    }
    return us;
}
