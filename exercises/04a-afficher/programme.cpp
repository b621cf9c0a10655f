// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui appelle votre fonction.
#include "fourni.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <iostream>
#include <sonde.hpp>
#include <sstream>
#include <string>

namespace {

void jouer(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0]);  // en lecture seule
    std::ostringstream sortie;
    afficher(base, sortie);
    const std::string texte = sortie.str();
    sonde::rendre("sortie", texte);
    std::cout << "Ce que votre fonction a écrit dans sortie :\n" << (texte.empty() ? "(rien)\n" : texte);
}

}  // namespace

int main(int argc, char** argv) { return sonde::programme(argc, argv, {{"afficher BASE", jouer}}); }
