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
        throw std::invalid_argument("après la base, il faut un AGE (ou -) pour chaque NOM");
    }
    std::vector<Utilisateur> registre;
    for (std::size_t i = 1; i < arguments.size(); i += 2) {
        Utilisateur u;
        u.nom = decoder(arguments[i]);
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
