// Échoue : AliceEtBob
// L'id est le nombre de lignes plus un : il est peut-être déjà pris.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inserer(SQLite::Database& base, const std::string& nom, int age)
{
    // Le texte SQL est une constante ; les valeurs voyagent à part, et SQLite ne les lit jamais comme du SQL.
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (id, nom, age) "
                                    "VALUES ((SELECT count(*) + 1 FROM utilisateurs), ?, ?)");
    requete.bind(1, nom);  // une std::string est liée avec sa longueur, octets nuls compris
    requete.bind(2, age);
    requete.exec();
}
