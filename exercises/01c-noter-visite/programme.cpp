// SPDX-License-Identifier: MIT
// Donné avec l'exercice : la caisse du musée, qui appelle votre fonction et regarde ce qu'elle laisse derrière elle.
#include "fourni.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <exception>
#include <filesystem>
#include <iostream>
#include <sonde.hpp>
#include <string>
#include <system_error>

namespace {

/// Combien de fois ce programme tient ouvert le fichier `chemin`, d'après le système (Linux).
int fichiers_ouverts(const std::string& chemin)
{
    int nombre = 0;
    for (const auto& descripteur : std::filesystem::directory_iterator("/proc/self/fd")) {
        std::error_code sans_exception;
        nombre += std::filesystem::equivalent(descripteur.path(), chemin, sans_exception) ? 1 : 0;
    }
    return nombre;
}

/// Rend et montre ce que l'appel vient de laisser ouvert.
void observer(const std::string& appel, const std::string& chemin)
{
    const int nombre = fichiers_ouverts(chemin);
    sonde::rendre("apres", appel, chemin, nombre);
    std::cout << chemin << " : " << appel << ", fichiers encore ouverts : " << nombre << '\n';
}

/// Prépare un musée vide, et le déclencheur qui refuse les visites quand il est complet.
void jouer_preparer(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    base.exec(R"(
        DROP TABLE IF EXISTS visites;
        DROP TABLE IF EXISTS musee;
        CREATE TABLE musee (capacite INTEGER);
        CREATE TABLE visites (id INTEGER PRIMARY KEY, moment TEXT DEFAULT CURRENT_TIMESTAMP);
        CREATE TRIGGER complet BEFORE INSERT ON visites
        WHEN (SELECT count(*) FROM visites) >= (SELECT capacite FROM musee)
        BEGIN
            SELECT RAISE(ABORT, 'le musée est complet');
        END
    )");
    SQLite::Statement requete(base, "INSERT INTO musee (capacite) VALUES (?)");
    requete.bind(1, std::stoi(arguments[1]));
    requete.exec();
    std::cout << arguments[0] << " : musée prêt, capacité " << arguments[1] << '\n';
}

/// Une visite dans chacune des bases, l'une après l'autre.
void jouer_visiter(const sonde::Arguments& arguments)
{
    for (const std::string& chemin : arguments) {
        noter_visite(chemin);
        observer("visite notée", chemin);
    }
}

/// Une visite dans un musée complet ; puis on pousse les murs, et on recommence.
void jouer_complet(const sonde::Arguments& arguments)
{
    const std::string& chemin = arguments[0];
    const bool notee = sonde::essayer("noter_visite", [&] {
        try {
            noter_visite(chemin);
        } catch (const std::exception& erreur) {
            std::cout << "exception : " << erreur.what() << '\n';
            throw;
        }
    });
    observer(notee ? "aucune exception" : "visite refusée", chemin);
    {
        SQLite::Database base(chemin, SQLite::OPEN_READWRITE);
        base.exec("UPDATE musee SET capacite = (SELECT count(*) + 1 FROM visites)");
    }
    noter_visite(chemin);
    observer("visite notée", chemin);
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv,
                            {{"preparer BASE CAPACITE", jouer_preparer},
                             {"visiter BASE …", jouer_visiter},
                             {"complet BASE", jouer_complet}});
}
