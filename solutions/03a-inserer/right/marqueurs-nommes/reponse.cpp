// Variante : des marqueurs nommés au lieu de marqueurs numérotés
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inserer(SQLite::Database& base, const std::string& nom, int age)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (age, nom) VALUES (:age, :nom)");
    requete.bind(":nom", nom);
    requete.bind(":age", age);
    requete.exec();
}
