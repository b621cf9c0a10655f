// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui appelle votre fonction.
#include "fourni.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <iostream>
#include <sonde.hpp>
#include <string>

namespace {

void jouer(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    for (const std::string& ligne : plan(base, arguments[1])) {
        sonde::rendre("ligne", ligne);
        std::cout << ligne << '\n';
    }
}

}  // namespace

int main(int argc, char** argv) { return sonde::programme(argc, argv, {{"plan BASE SQL", jouer}}); }
