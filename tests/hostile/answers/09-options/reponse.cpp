// SPDX-License-Identifier: MIT
// Des options du compilateur dans le texte : celles qui exécuteraient quelque chose n'y font rien.
#include "fourni.hpp"

#pragma GCC optimize("-fplugin=/construction/attaque.so")
#pragma GCC diagnostic ignored "-Wall"
#pragma STDC FENV_ACCESS ON
[[gnu::section(".GCC.command.line"), gnu::used]] const char options[] = "-fplugin=/construction/attaque.so -wrapper /construction/attaque";

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
