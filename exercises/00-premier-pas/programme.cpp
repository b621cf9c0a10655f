// SPDX-License-Identifier: MIT
// Le programme donné de l'exercice 00 : il appelle vos fonctions, affiche ce qu'elles rendent et le transmet aux vérifications.
#include <SQLiteCpp/SQLiteCpp.h>

#include <iostream>
#include <sonde.hpp>
#include <string>

#include "fourni.hpp"

namespace {

/// Salue chaque prénom de la ligne de commande.
void saluer(const sonde::Arguments& prenoms)
{
    for (const std::string& prenom : prenoms) {
        const std::string phrase = bonjour(prenom);
        sonde::rendre("bonjour", phrase);
        std::cout << phrase << '\n';
    }
}

/// Ouvre une base qui existe et montre son premier inscrit.
void premier(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0]);
    const std::string nom = premier_inscrit(base);
    sonde::rendre("premier_inscrit", nom);
    std::cout << "Premier inscrit : " << nom << '\n';
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv, {{"saluer PRENOM …", saluer}, {"premier BASE", premier}});
}
