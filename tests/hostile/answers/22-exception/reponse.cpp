// SPDX-License-Identifier: MIT
// Une exception dont le texte est écrit pour le rapport qui le montrera.
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
    throw std::runtime_error("<script>alert(1)</script>\n::error file=a::attaque\n##vso[task.complete]\n=cmd|' /C calc'!A0\n\033[2J\033]0;attaque\007\r✓ réussie  \xe2\x80\xae![a](http://example.org)\n\x9b" "2J]]>");
}
