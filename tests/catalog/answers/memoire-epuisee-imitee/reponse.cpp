// SPDX-License-Identifier: MIT
// Lance une exception dont le texte parle de mémoire.
#include "fourni.hpp"

#include <stdexcept>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    throw std::runtime_error("out of memory");
}
