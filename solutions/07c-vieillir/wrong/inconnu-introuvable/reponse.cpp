// Échoue : AgeInconnu
// Une personne d'âge inconnu n'est plus trouvée.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int vieillir(SQLite::Database& base, std::int64_t id, int annees)
{
    SQLite::Statement requete(base, "UPDATE utilisateurs SET age = age + ? WHERE id = ? AND age IS NOT NULL");
    requete.bind(1, annees);
    requete.bind(2, id);
    return requete.exec();
}
