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

/// Donne au musée `places` places de plus qu'il n'a de visites.
void laisser(const std::string& chemin, int places)
{
    SQLite::Database base(chemin, SQLite::OPEN_READWRITE);
    SQLite::Statement requete(base, "UPDATE musee SET capacite = ? + (SELECT count(*) FROM visites)");
    requete.bind(1, places);
    requete.exec();
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
    laisser(chemin, 0);
    const bool notee = sonde::essayer("noter_visite", [&] {
        try {
            noter_visite(chemin);
        } catch (const std::exception& erreur) {
            std::cout << "exception : " << erreur.what() << '\n';
            throw;
        }
    });
    observer(notee ? "aucune exception" : "visite refusée", chemin);
    laisser(chemin, 1);
    noter_visite(chemin);
    observer("visite notée", chemin);
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv, {{"visiter BASE …", jouer_visiter}, {"complet BASE", jouer_complet}});
}
