// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui appelle votre fonction.
#include "fourni.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstddef>
#include <iostream>
#include <sonde.hpp>
#include <stdexcept>
#include <string>

namespace {

/// Remplace `\0` par un octet nul et `\\` par `\` : un argument de programme ne peut pas contenir d'octet nul.
std::string decoder(const std::string& argument)
{
    std::string texte;
    for (std::size_t i = 0; i < argument.size(); ++i) {
        const bool echappe = argument[i] == '\\' && i + 1 < argument.size();
        if (echappe && argument[i + 1] == '0') {
            texte += '\0';
            ++i;
        } else if (echappe && argument[i + 1] == '\\') {
            texte += '\\';
            ++i;
        } else {
            texte += argument[i];
        }
    }
    return texte;
}

void jouer(const sonde::Arguments& arguments)
{
    if (arguments.size() % 2 == 0) {
        throw std::invalid_argument("après la base, il faut un AGE pour chaque NOM");
    }
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    base.exec("CREATE TABLE IF NOT EXISTS utilisateurs (id INTEGER PRIMARY KEY, nom TEXT, age INTEGER)");
    for (std::size_t i = 1; i < arguments.size(); i += 2) {
        inserer(base, decoder(arguments[i]), std::stoi(arguments[i + 1]));
        std::cout << "inserer(base, \"" << arguments[i] << "\", " << arguments[i + 1] << ") : fait\n";
    }
}

}  // namespace

int main(int argc, char** argv) { return sonde::programme(argc, argv, {{"inserer BASE NOM AGE …", jouer}}); }
