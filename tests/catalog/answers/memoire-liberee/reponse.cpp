// SPDX-License-Identifier: MIT
// Lit une mémoire déjà libérée.
#include "fourni.hpp"

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    auto* n = new int(3);
    delete n;
    return *n;
}
