// SPDX-License-Identifier: MIT
// Demande sans fin un peu de mémoire.
#include "fourni.hpp"

#include <array>
#include <list>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    std::list<std::array<char, 500>> lignes;
    while (true) {
        lignes.emplace_back();
    }
}
