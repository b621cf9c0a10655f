// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui exécute votre requête et en rend les lignes.
#include "fourni.hpp"
#include "reponse.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <iostream>
#include <sonde.hpp>
#include <string>

namespace {

void jouer(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READONLY);
    // Entre guillemets, un nom de colonne et rien d'autre : sans ce réglage, SQLite y verrait un texte quand la colonne
    // n'existe pas.
    sqlite3_db_config(base.getHandle(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);

    SQLite::Statement lecture(base, std::string(requete));
    constexpr int assez = 300;
    int lignes = 0;
    while (lignes < assez && lecture.executeStep()) {
        sonde::rendre_ligne("ligne", lecture);
        for (int i = 0; i < lecture.getColumnCount(); ++i) {
            const SQLite::Column colonne = lecture.getColumn(i);
            std::cout << (i == 0 ? "" : " | ") << (colonne.isNull() ? "NULL" : colonne.getString());
        }
        std::cout << '\n';
        ++lignes;
    }
    std::cout << "(lignes : " << lignes << (lignes == assez ? ", on s'arrête là)\n" : ")\n");
}

}  // namespace

int main(int argc, char** argv) { return sonde::programme(argc, argv, {{"interroger BASE", jouer}}); }
