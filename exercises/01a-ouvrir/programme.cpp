// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui appelle votre fonction et se sert de la connexion qu'elle rend.
#include "fourni.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <iostream>
#include <sonde.hpp>
#include <string>

namespace {

/// Ouvre la base et montre les tables que la connexion y voit.
void jouer_ouvrir(const sonde::Arguments& arguments)
{
    SQLite::Database base = ouvrir(arguments[0]);
    SQLite::Statement requete(base, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
    std::cout << arguments[0] << " est ouverte. Ses tables :";
    bool vide = true;
    while (requete.executeStep()) {
        const std::string nom = requete.getColumn(0).getString();
        sonde::rendre("table", nom);
        std::cout << ' ' << nom;
        vide = false;
    }
    std::cout << (vide ? " aucune\n" : "\n");
}

/// Ouvre la base et y inscrit un nom. Les requêtes qui suivent sont le sujet des leçons 2 et 3.
void jouer_inscrire(const sonde::Arguments& arguments)
{
    SQLite::Database base = ouvrir(arguments[0]);
    base.exec("CREATE TABLE IF NOT EXISTS utilisateurs (id INTEGER PRIMARY KEY, nom TEXT, age INTEGER)");
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom) VALUES (?)");
    requete.bind(1, arguments[1]);
    requete.exec();
    std::cout << arguments[1] << " a été inscrit dans " << arguments[0] << '\n';
}

/// Ouvre un chemin impossible et montre ce qui en sort.
void jouer_impossible(const sonde::Arguments& arguments)
{
    const bool reussi = sonde::essayer("ouvrir", [&] {
        try {
            const SQLite::Database base = ouvrir(arguments[0]);
        } catch (const SQLite::Exception& erreur) {
            std::cout << "SQLite::Exception, code " << erreur.getErrorCode() << " : " << erreur.what() << '\n';
            throw;
        }
    });
    if (reussi) {
        std::cout << "ouvrir n'a rien signalé\n";
    }
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv,
                            {{"ouvrir BASE", jouer_ouvrir},
                             {"inscrire BASE NOM", jouer_inscrire},
                             {"impossible CHEMIN", jouer_impossible}});
}
