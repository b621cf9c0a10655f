// Échoue : AliceEtBob
// Un seul vrai marqueur : le nom y est lié, puis l'âge par-dessus, et c'est le texte '?' qui est enregistré comme nom.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inserer(SQLite::Database& base, const std::string& nom, int age)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES ('?', ?)");
    requete.bind(1, nom);
    requete.bind(1, age);
    requete.exec();
}
