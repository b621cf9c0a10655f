// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui essaie vos conditions, et montre leur plan.
#include "fourni.hpp"
#include "reponse.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <iostream>
#include <sonde.hpp>
#include <string>

namespace {

void essayer(SQLite::Database& base, const std::string& nom, std::string_view condition)
{
    const std::string requete = "SELECT code, nom, population FROM communes WHERE " + std::string(condition);
    SQLite::Statement plan(base, "EXPLAIN QUERY PLAN " + requete);
    while (plan.executeStep()) {
        const std::string detail = plan.getColumn(3).getString();
        sonde::rendre("plan", detail);
        std::cout << nom << " : " << detail << '\n';
    }
    SQLite::Statement lecture(base, requete);
    constexpr int assez = 2000;
    int lignes = 0;
    while (lignes < assez && lecture.executeStep()) {
        sonde::rendre_ligne("ligne", lecture);
        ++lignes;
    }
    std::cout << nom << " : " << lignes << " lignes\n";
}

void jouer(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READONLY);
    // Entre guillemets, un nom de colonne et rien d'autre.
    sqlite3_db_config(base.getHandle(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    for (const auto& [nom, condition] : {std::pair{"par_nom", par_nom},
                                         {"par_code", par_code},
                                         {"par_population", par_population},
                                         {"sans_habitants", sans_habitants}}) {
        if (arguments[1] == nom || arguments[1] == "tout") {
            essayer(base, nom, condition);
        }
    }
}

}  // namespace

int main(int argc, char** argv) { return sonde::programme(argc, argv, {{"essayer BASE CONDITION", jouer}}); }
