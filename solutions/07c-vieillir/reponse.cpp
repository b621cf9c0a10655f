// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int vieillir(SQLite::Database& base, std::int64_t id, int annees)
{
    // Lire l'ancien âge et écrire le nouveau en une seule instruction : personne ne peut passer entre les deux.
    SQLite::Statement requete(base, "UPDATE utilisateurs SET age = age + ? WHERE id = ?");
    requete.bind(1, annees);
    requete.bind(2, id);
    return requete.exec();
}
