// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui appelle votre fonction.
#include "fourni.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstddef>
#include <cstdint>
#include <iostream>
#include <sonde.hpp>
#include <stdexcept>
#include <string>

namespace {

void jouer(const sonde::Arguments& arguments)
{
    if (arguments.size() % 2 == 0) {
        throw std::invalid_argument("après la base, il faut un AGE (ou -) pour chaque NOM");
    }
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    base.exec("CREATE TABLE IF NOT EXISTS utilisateurs (id INTEGER PRIMARY KEY, nom TEXT, age INTEGER)");
    for (std::size_t i = 1; i < arguments.size(); i += 2) {
        Utilisateur u;
        u.nom = arguments[i];
        if (arguments[i + 1] != "-") {
            u.age = std::stoi(arguments[i + 1]);
        }
        const std::int64_t id = ajouter(base, u);
        sonde::rendre("id", id);
        std::cout << u.nom << " a reçu l'identifiant " << id << '\n';
    }
}

}  // namespace

int main(int argc, char** argv) { return sonde::programme(argc, argv, {{"ajouter BASE NOM AGE …", jouer}}); }
