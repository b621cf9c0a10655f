// Échoue : SalueChacun
// La phrase est affichée, mais rien n'est rendu à l'appelant.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <iostream>
#include <string>

std::string bonjour(const std::string& prenom)
{
    std::cout << "Bonjour, " << prenom << ".";
    return "";
}

std::string premier_inscrit(SQLite::Database& base)
{
    return base.execAndGet("SELECT nom FROM utilisateurs WHERE id = 1").getString();
}
