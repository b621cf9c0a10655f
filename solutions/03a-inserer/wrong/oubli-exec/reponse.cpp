// Échoue : AliceEtBob
// Préparée, liée… mais jamais exécutée.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inserer(SQLite::Database& base, const std::string& nom, int age)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    requete.bind(1, nom);
    requete.bind(2, age);
}
