// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui crée vos index, puis montre le plan des trois requêtes.
#include "fourni.hpp"
#include "reponse.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <iostream>
#include <sonde.hpp>
#include <string>

namespace {

void expliquer(SQLite::Database& base, std::string_view nom, std::string_view sql)
{
    SQLite::Statement plan(base, "EXPLAIN QUERY PLAN " + std::string(sql));
    while (plan.executeStep()) {
        std::cout << nom << " : " << plan.getColumn(3).getString() << '\n';
    }
}

void creer(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    base.exec(std::string(les_index));
    expliquer(base, "par_nom", par_nom);
    expliquer(base, "palmares", palmares);
    expliquer(base, "au_dessus", au_dessus);
}

}  // namespace

int main(int argc, char** argv) { return sonde::programme(argc, argv, {{"creer BASE", creer}}); }
