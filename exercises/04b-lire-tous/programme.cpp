// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui appelle votre fonction.
#include "fourni.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <iostream>
#include <sonde.hpp>
#include <string>
#include <vector>

namespace {

void lire_et_montrer(SQLite::Database& base)
{
    const std::vector<Utilisateur> us = lire_tous(base);
    std::cout << us.size() << " habitant(s)\n";
    for (const Utilisateur& u : us) {
        sonde::rendre("habitant", u.id, u.nom, u.age);
        std::cout << u.id << " : " << u.nom << ", " << (u.age ? std::to_string(*u.age) + " ans" : "âge inconnu")
                  << '\n';
    }
}

void jouer_lire(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0]);  // en lecture seule
    lire_et_montrer(base);
}

/// SQLite rend à l'envers toutes les lignes dont l'ordre n'est pas demandé.
void jouer_renverse(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0]);
    base.exec("PRAGMA reverse_unordered_selects = ON");
    lire_et_montrer(base);
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv, {{"lire BASE", jouer_lire}, {"renverse BASE", jouer_renverse}});
}
