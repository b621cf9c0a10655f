// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui appelle votre fonction.
#include "fourni.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstddef>
#include <iostream>
#include <optional>
#include <sonde.hpp>
#include <string>

namespace {

void jouer(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0]);  // en lecture seule
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::int64_t id = std::stoll(arguments[i]);
        const std::optional<Utilisateur> u = chercher(base, id);
        std::cout << "chercher(base, " << id << ") : ";
        if (u) {
            sonde::rendre("reponse", id, "trouvé", u->id, u->nom, u->age);
            std::cout << "id " << u->id << ", nom '" << u->nom << "', "
                      << (u->age ? std::to_string(*u->age) + " ans" : "âge inconnu") << '\n';
        } else {
            sonde::rendre("reponse", id, "personne", nullptr, nullptr, nullptr);
            std::cout << "personne\n";
        }
    }
}

}  // namespace

int main(int argc, char** argv) { return sonde::programme(argc, argv, {{"chercher BASE ID …", jouer}}); }
