// Échoue : UnSeulHabitant
// L'âge devient annees au lieu d'augmenter.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int vieillir(SQLite::Database& base, std::int64_t id, int annees)
{
    SQLite::Statement requete(base, "UPDATE utilisateurs SET age = ? WHERE id = ?");
    requete.bind(1, annees);
    requete.bind(2, id);
    return requete.exec();
}
