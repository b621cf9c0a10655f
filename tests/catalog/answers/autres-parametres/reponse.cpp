// SPDX-License-Identifier: MIT
// Les types des paramètres ne sont pas ceux annoncés.
#include "fourni.hpp"

void noter(SQLite::Database& base, std::string_view texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, std::string(texte));
    requete.exec();
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
