// SPDX-License-Identifier: MIT
// Donne le nom de main à une autre fonction.
#include "fourni.hpp"

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}

int principal() asm("main");
int principal()
{
    return 0;
}
