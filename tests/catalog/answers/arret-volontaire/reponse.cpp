// SPDX-License-Identifier: MIT
// Appelle abort.
#include "fourni.hpp"

#include <cstdlib>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    std::abort();
}
