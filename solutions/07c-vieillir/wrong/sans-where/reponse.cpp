// Échoue : UnSeulHabitant
// Sans WHERE, toute la table vieillit.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int vieillir(SQLite::Database& base, std::int64_t id, int annees)
{
    SQLite::Statement requete(base, "UPDATE utilisateurs SET age = age + ?1");
    requete.bind(1, std::int64_t{annees});
    return requete.exec();
}
