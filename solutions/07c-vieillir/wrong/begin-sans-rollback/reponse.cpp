// Échoue : AgeImpossible
// Quand l'âge est refusé, l'exception saute COMMIT, et la transaction reste ouverte.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"
int vieillir(SQLite::Database& base, std::int64_t id, int annees)
{
    base.exec("BEGIN IMMEDIATE");
    SQLite::Statement r(base, "UPDATE utilisateurs SET age = age + ? WHERE id = ?");
    r.bind(1, annees);
    r.bind(2, id);
    int n = r.exec();
    base.exec("COMMIT");
    return n;
}
