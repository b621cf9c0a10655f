// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <SQLiteCpp/VariadicBind.h>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes VALUES (NULL, ?)");
    SQLite::bind(requete, texte);
    requete.exec();
}

int compter(SQLite::Database& base)
{
    SQLite::Statement requete(base, "SELECT id FROM notes");
    int n = 0;
    while (requete.executeStep()) {
        ++n;
    }
    return n;
}
