// Échoue : UnSeulHabitant
// L'identifiant perd la moitié de ses bits.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int vieillir(SQLite::Database& base, std::int64_t id, int annees)
{
    SQLite::Statement requete(base, "UPDATE utilisateurs SET age = age + ? WHERE id = ?");
    requete.bind(1, annees);
    requete.bind(2, static_cast<int>(id));
    return requete.exec();
}
