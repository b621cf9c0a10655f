// Échoue : Apostrophe
// Le nom vide est remplacé par NULL : ce n'est plus le nom donné.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inserer(SQLite::Database& base, const std::string& nom, int age)
{
    // Le texte SQL est une constante ; les valeurs voyagent à part, et SQLite ne les lit jamais comme du SQL.
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (nullif(?, ''), ?)");
    requete.bind(1, nom);  // une std::string est liée avec sa longueur, octets nuls compris
    requete.bind(2, age);
    requete.exec();
}
