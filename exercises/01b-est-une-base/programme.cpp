// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui appelle votre fonction pour chaque chemin de la ligne de commande.
#include "fourni.hpp"

#include <iostream>
#include <sonde.hpp>
#include <string>

namespace {

void examiner(const sonde::Arguments& arguments)
{
    for (const std::string& chemin : arguments) {
        std::cout << '"' << chemin << "\" : " << std::flush;
        const bool reponse = est_une_base(chemin);
        sonde::rendre("reponse", chemin, reponse ? "true" : "false");
        std::cout << (reponse ? "c'est une base de données\n" : "ce n'est pas une base de données\n");
    }
}

}  // namespace

int main(int argc, char** argv) { return sonde::programme(argc, argv, {{"examiner CHEMIN …", examiner}}); }
