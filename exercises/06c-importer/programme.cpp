// SPDX-License-Identifier: MIT
// Donné avec l'exercice : la boutique, qui fabrique des fichiers de commandes et les donne à votre fonction.
#include "fourni.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <exception>
#include <iostream>
#include <sonde.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

Commande lire_commande(const std::string& ligne)
{
    const auto exiger = [&](bool condition) {
        if (!condition) {
            throw std::invalid_argument("ligne mal formée : « " + ligne + " »");
        }
    };
    const auto nombre = [&](const std::string& texte) {
        exiger(!texte.empty() && texte.size() <= 18 && texte.find_first_not_of("0123456789") == std::string::npos);
        return static_cast<std::int64_t>(std::stoll(texte));
    };
    exiger(std::count(ligne.begin(), ligne.end(), ';') == 2);
    const std::size_t premier = ligne.find(';');
    const std::size_t second = ligne.find(';', premier + 1);
    exiger(second > premier + 1);
    return {.numero = nombre(ligne.substr(0, premier)),
            .client = ligne.substr(premier + 1, second - premier - 1),
            .centimes = nombre(ligne.substr(second + 1))};
}

namespace {

/// Donne `texte` à votre fonction, et montre ce qui en sort.
void importer_texte(SQLite::Database& base, const std::string& texte)
{
    std::istringstream csv(texte);
    sonde::essayer("importer", [&] {
        try {
            const std::size_t nombre = importer(base, csv);
            sonde::rendre("nombre rendu", nombre);
            std::cout << "importer a rendu " << nombre;
        } catch (const std::exception& erreur) {
            std::cout << "exception, " << erreur.what();
            throw;
        }
    });
    // 1 : validation automatique, donc aucune transaction en cours.
    const bool ouverte = sqlite3_get_autocommit(base.getHandle()) == 0;
    sonde::rendre("transactions restées ouvertes", ouverte ? 1 : 0);
    std::cout << (ouverte ? " ; une transaction est restée ouverte\n" : "\n");
}

/// Les lignes sont sur la ligne de commande ; « / » sépare deux imports, qui passent par la même connexion.
void jouer_importer(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    std::string texte;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == "/") {
            importer_texte(base, texte);
            texte.clear();
        } else {
            texte += arguments[i] + '\n';
        }
    }
    importer_texte(base, texte);
}

/// Un fichier fabriqué de NOMBRE lignes, dont une est mal formée si MAUVAISE n'est pas 0. Il ne se termine pas par « \n ».
void jouer_fichier(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    const std::int64_t graine = std::stoll(arguments[1]);
    const std::int64_t nombre = std::stoll(arguments[2]);
    const std::int64_t mauvaise = std::stoll(arguments[3]);
    std::string texte;
    for (std::int64_t i = 1; i <= nombre; ++i) {
        texte += i == 1 ? "" : "\n";
        texte += std::to_string(100000 + i) + ";Boutique de L'Haÿ n° " + std::to_string(i * graine % 97);
        texte += i == mauvaise ? "" : ";" + std::to_string(i * graine % 100000);  // sinon il manque le troisième champ
    }
    importer_texte(base, texte);
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(
        argc, argv,
        {{"importer BASE LIGNE …", jouer_importer}, {"fichier BASE GRAINE NOMBRE MAUVAISE", jouer_fichier}});
}
