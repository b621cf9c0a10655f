// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui appelle votre fonction.
#include "fourni.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstddef>
#include <iostream>
#include <sonde.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

void jouer(const sonde::Arguments& arguments)
{
    if (arguments.size() % 2 == 0) {
        throw std::invalid_argument("après la base, il faut un AGE (ou -) pour chaque NOM");
    }
    std::vector<Utilisateur> registre;
    for (std::size_t i = 1; i < arguments.size(); i += 2) {
        Utilisateur u;
        u.nom = arguments[i];
        if (arguments[i + 1] != "-") {
            u.age = std::stoi(arguments[i + 1]);
        }
        registre.push_back(u);
    }
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    base.exec("CREATE TABLE IF NOT EXISTS utilisateurs (id INTEGER PRIMARY KEY, nom TEXT, age INTEGER)");
    inserer_tous(base, registre);
    std::cout << "inserer_tous(base, us), us.size() = " << registre.size() << " : fait\n";
}

}  // namespace

int main(int argc, char** argv) { return sonde::programme(argc, argv, {{"inserer BASE …", jouer}}); }
