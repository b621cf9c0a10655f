// Échoue : DeuxCaisses
// La requête de lecture est restée ouverte : sa transaction ne peut plus devenir une écriture (517).
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int vieillir(SQLite::Database& base, std::int64_t id, int annees)
{
    SQLite::Statement lecture(base, "SELECT 1 FROM utilisateurs WHERE id = ?");
    lecture.bind(1, id);
    if (!lecture.executeStep()) {
        return 0;
    }
    SQLite::Statement ecriture(base, "UPDATE utilisateurs SET age = age + ? WHERE id = ?");
    ecriture.bind(1, annees);
    ecriture.bind(2, id);
    return ecriture.exec();
}
