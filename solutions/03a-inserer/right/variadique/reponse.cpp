// Variante : SQLite::bind lie toutes les valeurs d'un coup, comme le n-uplet de Python
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <SQLiteCpp/VariadicBind.h>  // n'est pas dans SQLiteCpp.h

void inserer(SQLite::Database& base, const std::string& nom, int age)
{
    SQLite::Statement requete{base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)"};
    SQLite::bind(requete, nom, age);
    requete.exec();
}
