// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui ouvre des bases avec votre fonction, et regarde ce qu'il en reste.
#include "fourni.hpp"

#include <sqlite3.h>

#include <cstdint>
#include <exception>
#include <filesystem>
#include <iostream>
#include <sonde.hpp>
#include <stdexcept>
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

/// Ce que SQLite occupait avant que le programme ne lui demande rien : main le note.
sqlite3_int64 octets_au_depart = 0;

/// Rend et montre ce que SQLite tient encore : des fichiers, d'après le système, et de la mémoire, d'après lui-même.
void observer(const std::string& moment, const std::string& chemin)
{
    const int fichiers = fichiers_ouverts(chemin);
    const auto octets = static_cast<std::int64_t>(sqlite3_memory_used() - octets_au_depart);
    sonde::rendre("reste", moment, fichiers, octets);
    std::cout << moment << " : " << fichiers << " fichier(s) ouvert(s) sur la base, " << octets
              << " octet(s) de plus qu'au départ\n";
}

void exiger(sqlite3* base, int code, int attendu)
{
    if (code != attendu) {
        throw std::runtime_error(std::string("la base rendue par ouvrir ne sert à rien : ") + sqlite3_errmsg(base));
    }
}

/// Ouvre, écrit une ligne par nom, et laisse la Base disparaître.
void jouer_ouvrir(const sonde::Arguments& arguments)
{
    {
        const Base base = ouvrir(arguments[0]);
        if (!base) {
            throw std::runtime_error("ouvrir a rendu une Base vide");
        }
        const char* const sql = "CREATE TABLE IF NOT EXISTS naissances (nom TEXT, annee INTEGER);"
                                "INSERT INTO naissances (nom, annee) VALUES ('Jeanne', 2026)";
        exiger(base.get(), sqlite3_exec(base.get(), sql, nullptr, nullptr, nullptr), SQLITE_OK);
        std::cout << "ouverte : " << sqlite3_db_filename(base.get(), "main") << '\n';
    }
    observer("après la Base", arguments[0]);
}

/// Laisse disparaître la Base alors qu'une requête, arrêtée sur sa première ligne, vit encore ; puis libère la requête.
void jouer_requete(const sonde::Arguments& arguments)
{
    sqlite3_stmt* requete = nullptr;
    {
        const Base base = ouvrir(arguments[0]);
        if (!base) {
            throw std::runtime_error("ouvrir a rendu une Base vide");
        }
        exiger(base.get(), sqlite3_prepare_v2(base.get(), "SELECT nom FROM naissances", -1, &requete, nullptr),
               SQLITE_OK);
        exiger(base.get(), sqlite3_step(requete), SQLITE_ROW);
    }
    std::cout << "la Base a disparu, la requête vit encore\n";
    sqlite3_finalize(requete);
    observer("après la requête", arguments[0]);
}

/// Essaie d'ouvrir chaque chemin, sans garder la Base.
void jouer_essayer(const sonde::Arguments& arguments)
{
    for (const std::string& chemin : arguments) {
        const bool ouverte = sonde::essayer("ouvrir", [&] {
            try {
                const Base base = ouvrir(chemin);
                std::cout << chemin << " : " << (base ? "ouverte" : "ouvrir a rendu une Base vide") << '\n';
            } catch (const std::exception& erreur) {
                std::cout << chemin << " : exception, " << erreur.what() << '\n';
                throw;
            }
        });
        observer(ouverte ? "aucune exception" : "exception", chemin);
    }
}

}  // namespace

int main(int argc, char** argv)
{
    octets_au_depart = sqlite3_memory_used();
    return sonde::programme(
        argc, argv,
        {{"ouvrir BASE", jouer_ouvrir}, {"requete BASE", jouer_requete}, {"essayer CHEMIN …", jouer_essayer}});
}
