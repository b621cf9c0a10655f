// SPDX-License-Identifier: MIT
// Un fichier de cent gigaoctets, tout de trous.
#include "fourni.hpp"

#include <fcntl.h>
#include <unistd.h>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    const int d = open("attaque", O_CREAT | O_WRONLY, 0644);
    (void)!ftruncate(d, 100L << 30);
    return 0;
}
