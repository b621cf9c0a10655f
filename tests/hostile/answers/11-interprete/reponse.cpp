// SPDX-License-Identifier: MIT
// Nomme son propre chargeur de programmes.
#include "fourni.hpp"

[[gnu::section(".interp"), gnu::used]] const char chargeur[] = "/travail/attaque";
[[gnu::section(".rpath"), gnu::used]] const char chemin[] = "/travail";

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
