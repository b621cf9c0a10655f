// SPDX-License-Identifier: MIT
// Donné avec l'exercice : la banque, qui exécute les virements l'un après l'autre.
#include "fourni.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cstddef>
#include <exception>
#include <iostream>
#include <sonde.hpp>
#include <stdexcept>

namespace {

void afficher_comptes(SQLite::Database& base)
{
    SQLite::Statement requete(
        base, "SELECT id, titulaire, solde, coalesce(' (plafond ' || plafond || ')', '') FROM comptes ORDER BY id");
    while (requete.executeStep()) {
        std::cout << requete.getColumn(0) << " | " << requete.getColumn(1) << " | " << requete.getColumn(2)
                  << " centimes" << requete.getColumn(3) << '\n';
    }
}

void jouer_comptes(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0]);
    afficher_comptes(base);
}

/// Tous les virements passent par la même connexion ; un refus n'empêche pas le suivant.
void jouer_virer(const sonde::Arguments& arguments)
{
    if (arguments.size() % 3 != 1) {
        throw std::invalid_argument("après la base, il faut DE VERS CENTIMES pour chaque virement");
    }
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    for (std::size_t i = 1; i < arguments.size(); i += 3) {
        std::cout << arguments[i] << " -> " << arguments[i + 1] << ", " << arguments[i + 2] << " centimes : ";
        const bool fait = sonde::essayer("virer", [&] {
            try {
                virer(base, std::stoll(arguments[i]), std::stoll(arguments[i + 1]), std::stoll(arguments[i + 2]));
                std::cout << "aucune exception";
            } catch (const std::exception& erreur) {
                std::cout << "exception, " << erreur.what();
                throw;
            }
        });
        sonde::rendre("virement", fait ? "sans exception" : "exception");
        // 1 : validation automatique, donc aucune transaction en cours.
        const bool ouverte = sqlite3_get_autocommit(base.getHandle()) == 0;
        sonde::rendre("transactions restées ouvertes", ouverte ? 1 : 0);
        std::cout << (ouverte ? " ; une transaction est restée ouverte\n" : "\n");
    }
    afficher_comptes(base);
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv,
                            {{"comptes BASE", jouer_comptes}, {"virer BASE DE VERS CENTIMES …", jouer_virer}});
}
