// Échoue : AliceEtBob
// Entre apostrophes, ? n'est plus un marqueur : il n'en reste qu'un, et bind(2) est hors limites.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inserer(SQLite::Database& base, const std::string& nom, int age)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES ('?', ?)");
    requete.bind(1, nom);
    requete.bind(2, age);
    requete.exec();
}
