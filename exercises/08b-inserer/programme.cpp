// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui appelle votre fonction, puis ferme la base et montre ce que SQLite répond.
#include "fourni.hpp"

#include <sqlite3.h>

#include <cstddef>
#include <exception>
#include <iostream>
#include <sonde.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

/// Remplace `\0` par un octet nul et `\\` par `\` : un argument de programme ne peut pas contenir d'octet nul.
std::string decoder(const std::string& argument)
{
    std::string texte;
    for (std::size_t i = 0; i < argument.size(); ++i) {
        const bool echappe = argument[i] == '\\' && i + 1 < argument.size();
        if (echappe && argument[i + 1] == '0') {
            texte += '\0';
            ++i;
        } else if (echappe && argument[i + 1] == '\\') {
            texte += '\\';
            ++i;
        } else {
            texte += argument[i];
        }
    }
    return texte;
}

sqlite3* connecter(const std::string& chemin)
{
    sqlite3* base = nullptr;
    if (sqlite3_open_v2(chemin.c_str(), &base, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) != SQLITE_OK) {
        sqlite3_close(base);
        throw std::runtime_error("impossible d'ouvrir " + chemin);
    }
    return base;
}

/// Ferme la base, et rend ce que SQLite répond : 0 si tout a été libéré, 5 si une requête vit encore.
void fermer(sqlite3* base)
{
    const int code = sqlite3_close(base);
    std::cout << "sqlite3_close : " << code << '\n';
    sonde::rendre("fermeture", code);
    if (code != SQLITE_OK) {
        while (sqlite3_stmt* requete = sqlite3_next_stmt(base, nullptr)) {
            std::cout << "  encore en vie : " << sqlite3_sql(requete) << '\n';
            sqlite3_finalize(requete);
        }
        sqlite3_close(base);
    }
}

/// Appelle inserer, montre l'exception s'il en sort une, puis ferme.
void appeler(sqlite3* base, const std::vector<Habitant>& habitants)
{
    sonde::essayer("inserer", [&] {
        try {
            inserer(base, habitants);
            std::cout << "inserer(base, habitants), habitants.size() = " << habitants.size() << " : fait\n";
        } catch (const std::exception& erreur) {
            std::cout << "exception, " << erreur.what() << '\n';
            throw;
        }
    });
    fermer(base);
}

/// Appelle inserer avec les couples NOM AGE de la suite, tous les noms étant bout à bout dans un même texte.
void jouer_inserer(const sonde::Arguments& arguments)
{
    if (arguments.size() % 2 == 0) {
        throw std::invalid_argument("après la base, il faut un AGE (ou -) pour chaque NOM");
    }
    std::string registre;
    for (std::size_t i = 1; i < arguments.size(); i += 2) {
        registre += decoder(arguments[i]);
    }
    std::vector<Habitant> habitants;
    std::size_t debut = 0;
    for (std::size_t i = 1; i < arguments.size(); i += 2) {
        const std::size_t taille = decoder(arguments[i]).size();
        Habitant h{std::string_view(registre).substr(debut, taille), {}};
        debut += taille;
        if (arguments[i + 1] != "-") {
            h.age = std::stoi(arguments[i + 1]);
        }
        habitants.push_back(h);
    }

    sqlite3* const base = connecter(arguments[0]);
    sqlite3_exec(base, "CREATE TABLE IF NOT EXISTS habitants (id INTEGER PRIMARY KEY, nom TEXT, age INTEGER)", nullptr,
                 nullptr, nullptr);
    appeler(base, habitants);
}

/// La même chose dans une base qui n'accepte pas de texte de plus de 100 octets.
void jouer_court(const sonde::Arguments& arguments)
{
    sqlite3* const base = connecter(arguments[0]);
    sqlite3_limit(base, SQLITE_LIMIT_LENGTH, 100);
    const std::vector<Habitant> habitants{{arguments[1], 30}, {arguments[2], 40}};
    appeler(base, habitants);
}

/// Appelle inserer dans une base d'où la table a disparu.
void jouer_sans_table(const sonde::Arguments& arguments)
{
    sqlite3* const base = connecter(arguments[0]);
    sqlite3_exec(base, "DROP TABLE IF EXISTS habitants", nullptr, nullptr, nullptr);
    const std::vector<Habitant> habitants{{"Alice", 30}};
    appeler(base, habitants);
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv,
                            {{"inserer BASE …", jouer_inserer},
                             {"court BASE NOM NOM", jouer_court},
                             {"sans-table BASE", jouer_sans_table}});
}
