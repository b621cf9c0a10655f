// SPDX-License-Identifier: MIT
// Le programme donné de l'exercice 02b : il appelle votre `decrire` et affiche ce qu'elle rend.
#include <SQLiteCpp/SQLiteCpp.h>

#include <iostream>
#include <sonde.hpp>

#include "fourni.hpp"

namespace {

void decrire_une_table(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    const auto colonnes = decrire(base, arguments[1]);
    if (colonnes.empty()) {
        std::cout << "aucune colonne\n";
    }
    for (const Colonne& colonne : colonnes) {
        sonde::rendre("colonne", colonne.nom, colonne.type, colonne.obligatoire, colonne.cle_primaire);
        std::cout << colonne.nom << " : " << (colonne.type.empty() ? "(sans type)" : colonne.type)
                  << (colonne.obligatoire ? ", obligatoire" : "") << (colonne.cle_primaire ? ", clé primaire" : "")
                  << '\n';
    }
}

}  // namespace

int main(int argc, char** argv) { return sonde::programme(argc, argv, {{"decrire BASE TABLE", decrire_une_table}}); }
