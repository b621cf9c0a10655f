// SPDX-License-Identifier: MIT
// Fait déborder la pile du compilateur.
#include "fourni.hpp"

#define P4(x) x x x x
#define P256(x) P4(P4(P4(P4(x))))
#define P65536(x) P256(P256(x))

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    return P4(P4(P65536(!))) 0;
}
