// Échoue : AgeImpossible
// OR IGNORE renonce en silence.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int vieillir(SQLite::Database& base, std::int64_t id, int annees)
{
    SQLite::Statement requete(base, "UPDATE OR IGNORE utilisateurs SET age = age + ? WHERE id = ?");
    requete.bind(1, annees);
    requete.bind(2, id);
    return requete.exec();
}
