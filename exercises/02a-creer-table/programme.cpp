// SPDX-License-Identifier: MIT
// Le programme donné de l'exercice 02a : il appelle votre `creer_table` et montre la table obtenue.
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstddef>
#include <iostream>
#include <sonde.hpp>
#include <string>

#include "fourni.hpp"

namespace {

/// Affiche les colonnes de la table, telles que SQLite les connaît.
void montrer(SQLite::Database& base)
{
    SQLite::Statement requete(base, "SELECT name, type FROM pragma_table_info('utilisateurs') ORDER BY cid");
    std::cout << "utilisateurs (";
    for (const char* separateur = ""; requete.executeStep(); separateur = ", ") {
        std::cout << separateur << requete.getColumn(0).getString() << ' ' << requete.getColumn(1).getString();
    }
    std::cout << ")\n";
}

/// Ouvre la base (ou la crée) et appelle votre fonction.
void creer(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    creer_table(base);
    montrer(base);
}

/// Comme `creer`, puis insère une ligne par nom, sans donner d'identifiant.
void inscrire(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    creer_table(base);
    SQLite::Statement insertion(base, "INSERT INTO utilisateurs (nom) VALUES (?)");
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        insertion.bind(1, arguments[i]);
        insertion.exec();
        insertion.reset();
    }
    SQLite::Statement lecture(base, "SELECT id, nom FROM utilisateurs");
    while (lecture.executeStep()) {
        const std::string id = lecture.getColumn(0).isNull() ? "NULL" : lecture.getColumn(0).getString();
        std::cout << "(" << id << ", '" << lecture.getColumn(1).getString() << "')\n";
    }
}

/// Appelle votre fonction sur une base existante, ouverte en lecture seule.
void lecture_seule(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READONLY);
    const bool reussi = sonde::essayer("creer_table", [&] { creer_table(base); });
    std::cout << (reussi ? "creer_table n'a rien signalé\n" : "creer_table a laissé sortir une exception\n");
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(
        argc, argv, {{"creer BASE", creer}, {"inscrire BASE NOM …", inscrire}, {"lecture_seule BASE", lecture_seule}});
}
