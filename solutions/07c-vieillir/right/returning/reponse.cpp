// Variante : RETURNING rend une ligne par personne modifiée ; il n'y a qu'à voir s'il y en a une
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int vieillir(SQLite::Database& base, std::int64_t id, int annees)
{
    SQLite::Statement requete(base, "UPDATE utilisateurs SET age = ?1 + age WHERE ?2 = id RETURNING id");
    requete.bind(1, annees);
    requete.bind(2, id);
    int lignes = 0;
    while (requete.executeStep()) {
        ++lignes;
    }
    return lignes;
}
