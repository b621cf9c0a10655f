// SPDX-License-Identifier: MIT
// Une exception imitée, dont le nom et le type sont écrits pour le rapport.
#include "fourni.hpp"

#include <unistd.h>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    const std::string ligne = "x\tcompter%0A::error::attaque\tT%0A##[error]attaque%1B[2J\ttexte%0A::stop-commands::a\t5\t-7\n";
    (void)!write(3, ligne.data(), ligne.size());
    _exit(1);
}
