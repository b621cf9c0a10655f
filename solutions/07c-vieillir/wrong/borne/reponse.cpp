// Échoue : AgeImpossible
// L'âge est ramené de force dans l'intervalle.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int vieillir(SQLite::Database& base, std::int64_t id, int annees)
{
    SQLite::Statement requete(base, "UPDATE utilisateurs SET age = max(0, min(150, age + ?)) WHERE id = ?");
    requete.bind(1, annees);
    requete.bind(2, id);
    return requete.exec();
}
