// Échoue : NombreDeLignes
// getTotalChanges() compte depuis l'ouverture de la connexion.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int vieillir(SQLite::Database& base, std::int64_t id, int annees)
{
    SQLite::Statement requete(base, "UPDATE utilisateurs SET age = age + ? WHERE id = ?");
    requete.bind(1, annees);
    requete.bind(2, id);
    requete.exec();
    return base.getTotalChanges();
}
