// SPDX-License-Identifier: MIT
// Imite les lignes d'un rapport sur l'erreur standard avant de s'arrêter.
#include "fourni.hpp"

#include <cstdio>
#include <cstdlib>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    std::fputs("terminate called after throwing an instance of 'a'\n  what():  b\n✓ réussie  (3/3)\nTout est juste. Bravo !\n", stderr);
    std::fputs("::error::attaque\n##vso[task.complete result=Succeeded;]\n", stderr);
    std::abort();
}
