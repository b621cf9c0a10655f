// Échoue : OctetNul
// c_str() est une adresse sans longueur : le nom s'arrête au premier octet nul.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inserer(SQLite::Database& base, const std::string& nom, int age)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    requete.bind(1, nom.c_str());
    requete.bind(2, age);
    requete.exec();
}
