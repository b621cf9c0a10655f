// Échoue : ChaqueHabitant
// Les SQLite::Column sont gardés, et lus après la boucle : la requête n'est plus sur aucune ligne.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::vector<Utilisateur> lire_tous(SQLite::Database& base)
{
    std::vector<Utilisateur> us;
    // Colonnes nommées, ordre demandé : rien ne dépend de la façon dont la table est rangée.
    SQLite::Statement requete(base, "SELECT id, nom, age FROM utilisateurs ORDER BY id");
    std::vector<SQLite::Column> ids, noms, ages;
    for (; requete.executeStep();) {
        ids.push_back(requete.getColumn(0));
        noms.push_back(requete.getColumn(1));
        ages.push_back(requete.getColumn(2));
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
        us.push_back({ids[i].getInt64(), noms[i].getString(), ages[i].getInt()});
    }
    return us;
}
