// Échoue : UnSeulHabitant
// Les deux valeurs sont liées dans le mauvais ordre.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int vieillir(SQLite::Database& base, std::int64_t id, int annees)
{
    SQLite::Statement requete(base, "UPDATE utilisateurs SET age = age + ? WHERE id = ?");
    requete.bind(1, id);
    requete.bind(2, annees);
    return requete.exec();
}
