// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui appelle votre fonction.
#include "fourni.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <iostream>
#include <sonde.hpp>
#include <string>
#include <variant>
#include <vector>

namespace {

/// Écrit une valeur avec son type.
struct Afficheur {
    void operator()(std::monostate) const { std::cout << "NULL\n"; }
    void operator()(std::int64_t v) const { std::cout << "INTEGER " << v << '\n'; }
    void operator()(double v) const { std::cout << "REAL    " << v << '\n'; }
    void operator()(const std::string& v) const { std::cout << "TEXT    '" << v << "', " << v.size() << " octet(s)\n"; }
    void operator()(const std::vector<std::byte>& v) const
    {
        std::cout << "BLOB    x'";
        for (const std::byte octet : v) {
            constexpr const char* chiffres = "0123456789ABCDEF";
            std::cout << chiffres[std::to_integer<int>(octet >> 4)]
                      << chiffres[std::to_integer<int>(octet & std::byte{15})];
        }
        std::cout << "', " << v.size() << " octet(s)\n";
    }
};

void jouer(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0]);  // en lecture seule
    SQLite::Statement requete(base, arguments[1]);
    while (requete.executeStep()) {
        for (int i = 0; i < requete.getColumnCount(); ++i) {
            const Valeur valeur = lire(requete.getColumn(i));
            sonde::rendre("valeur", valeur);
            std::visit(Afficheur(), valeur);
        }
    }
}

}  // namespace

int main(int argc, char** argv) { return sonde::programme(argc, argv, {{"lire BASE REQUETE", jouer}}); }
