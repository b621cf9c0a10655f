// Échoue : NombreDeLignes
// La fonction rend 1, que la personne existe ou non.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int vieillir(SQLite::Database& base, std::int64_t id, int annees)
{
    SQLite::Statement requete(base, "UPDATE utilisateurs SET age = age + ? WHERE id = ?");
    requete.bind(1, annees);
    requete.bind(2, id);
    requete.exec();
    return 1;
}
