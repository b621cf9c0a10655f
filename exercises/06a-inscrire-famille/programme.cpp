// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le guichet de la médiathèque, qui inscrit les familles l'une après l'autre.
#include "fourni.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cstddef>
#include <exception>
#include <iostream>
#include <sonde.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

/// Les familles de la ligne de commande : des couples NOM AGE, et « / » entre deux familles.
std::vector<std::vector<Utilisateur>> lire_familles(const sonde::Arguments& arguments)
{
    std::vector<std::vector<Utilisateur>> familles(1);
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == "/") {
            familles.emplace_back();
            continue;
        }
        if (i + 1 == arguments.size()) {
            throw std::invalid_argument("il manque l'âge (ou -) de " + arguments[i]);
        }
        Utilisateur u;
        u.nom = arguments[i];
        if (arguments[i + 1] != "-") {
            u.age = std::stoi(arguments[i + 1]);
        }
        familles.back().push_back(u);
        ++i;
    }
    return familles;
}

/// Toutes les familles passent par la même connexion ; un refus n'empêche pas de recevoir la suivante.
void jouer(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    for (const std::vector<Utilisateur>& famille : lire_familles(arguments)) {
        std::cout << "famille de " << famille.size() << " : ";
        const bool faite = sonde::essayer("inscrire_famille", [&] {
            try {
                inscrire_famille(base, famille);
                std::cout << "aucune exception";
            } catch (const std::exception& erreur) {
                std::cout << "exception, " << erreur.what();
                throw;
            }
        });
        sonde::rendre("inscription", faite ? "sans exception" : "exception");
        // 1 : validation automatique, donc aucune transaction en cours.
        const bool ouverte = sqlite3_get_autocommit(base.getHandle()) == 0;
        sonde::rendre("transactions restées ouvertes", ouverte ? 1 : 0);
        std::cout << (ouverte ? " ; une transaction est restée ouverte\n" : "\n");
    }
}

}  // namespace

int main(int argc, char** argv) { return sonde::programme(argc, argv, {{"inscrire BASE NOM AGE …", jouer}}); }
