// Échoue : AliceEtBob
// Les positions des marqueurs commencent à 1, pas à 0.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inserer(SQLite::Database& base, const std::string& nom, int age)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    requete.bind(0, nom);
    requete.bind(1, age);
    requete.exec();
}
