// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le main, qui passe les mots de la ligne de commande à votre programme ; et la panne de courant.
#include "fourni.hpp"

#include <sqlite3.h>

#include <cstdlib>
#include <iostream>
#include <sonde.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace {

void jouer(const sonde::Arguments& arguments)
{
    std::ostringstream sortie;
    std::ostringstream erreurs;
    const auto code =
        static_cast<int>(executer(arguments[0], {arguments.begin() + 1, arguments.end()}, sortie, erreurs));
    sonde::rendre("code", code);
    sonde::rendre("sortie", sortie.str());
    sonde::rendre("erreurs", erreurs.str());
    std::cout << sortie.str();
    std::cerr << erreurs.str();
    std::cout << "(code " << code << ")\n";
}

/// Combien de lignes peuvent encore changer avant la panne.
int lignes_restantes = 0;

void ligne_changee(void*, int, const char*, const char*, sqlite3_int64)
{
    if (--lignes_restantes == 0) {
        std::cout << "panne de courant" << std::endl;
        std::_Exit(75);  // ni destructeur, ni fermeture
    }
}

int surveiller(sqlite3* base, char**, const sqlite3_api_routines*)
{
    sqlite3_update_hook(base, ligne_changee, nullptr);
    return SQLITE_OK;
}

/// Joue la commande, et débranche la machine pendant que change la LIGNE-ième ligne ; 0 : dès que la commande a rendu la main.
void jouer_panne(const sonde::Arguments& arguments)
{
    lignes_restantes = std::stoi(arguments[0]);
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(reinterpret_cast<void*>(surveiller)));
    jouer({arguments.begin() + 1, arguments.end()});
    std::cout << "panne de courant" << std::endl;
    std::_Exit(75);
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv, {{"jouer BASE …", jouer}, {"panne LIGNE BASE …", jouer_panne}});
}
