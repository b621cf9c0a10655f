// SPDX-License-Identifier: MIT
// Les programmes inscrire.py et afficher.py, écrits avec les solutions des exercices 01a, 02a, 03a et 04a.
#include <01a-ouvrir/fourni.hpp>
#include <02a-creer-table/fourni.hpp>
#include <03a-inserer/fourni.hpp>
#include <04a-afficher/fourni.hpp>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

namespace {

void inscrire(const std::string& chemin, const std::string& nom, int age)
{
    SQLite::Database base = ouvrir(chemin);
    creer_table(base);
    inserer(base, nom, age);
}

}  // namespace

int main(int argc, char** argv)
{
    try {
        const std::vector<std::string> mots(argv + 1, argv + argc);
        if (mots.size() == 4 && mots[0] == "inscrire") {
            inscrire(mots[1], mots[2], std::stoi(mots[3]));
        } else if (mots.size() == 2 && mots[0] == "afficher") {
            SQLite::Database base = ouvrir(mots[1]);
            afficher(base, std::cout);
        } else {
            std::cerr << "programme inscrire BASE NOM AGE, ou programme afficher BASE\n";
            return 2;
        }
    } catch (const std::exception& erreur) {
        std::cerr << erreur.what() << '\n';
        return 1;
    }
}
