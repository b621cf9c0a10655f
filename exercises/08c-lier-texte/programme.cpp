// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui lie des textes avec votre fonction, et n'exécute la requête qu'ensuite.
#include "fourni.hpp"

#include <sqlite3.h>

#include <cstddef>
#include <exception>
#include <iostream>
#include <memory>
#include <sonde.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

struct Fermer {
    void operator()(sqlite3* base) const noexcept { sqlite3_close_v2(base); }
    void operator()(sqlite3_stmt* requete) const noexcept { sqlite3_finalize(requete); }
};
using Base = std::unique_ptr<sqlite3, Fermer>;
using Requete = std::unique_ptr<sqlite3_stmt, Fermer>;

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

Base connecter(const std::string& chemin)
{
    sqlite3* brute = nullptr;
    const int code = sqlite3_open_v2(chemin.c_str(), &brute, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    Base base(brute);
    const char* const sql = "CREATE TABLE IF NOT EXISTS repliques (rang INTEGER PRIMARY KEY, texte)";
    if (code != SQLITE_OK || sqlite3_exec(base.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        throw std::runtime_error(std::string("base inutilisable : ") + sqlite3_errmsg(base.get()));
    }
    return base;
}

Requete preparer(const Base& base, const std::string& sql)
{
    sqlite3_stmt* brute = nullptr;
    const int code = sqlite3_prepare_v2(base.get(), sql.c_str(), -1, &brute, nullptr);
    if (code != SQLITE_OK) {
        throw std::runtime_error(sqlite3_errmsg(base.get()));
    }
    return Requete(brute);
}

/// Écrit dans la mémoire que les appels précédents ont occupée sur la pile.
[[gnu::noinline]] int occuper_la_pile(int profondeur)
{
    volatile char octets[512];
    for (volatile char& octet : octets) {
        octet = '#';
    }
    return profondeur == 0 ? octets[0] : occuper_la_pile(profondeur - 1) + octets[1];
}

/// Donne à lier_texte un texte qui ne survit pas à l'appel.
[[gnu::noinline]] void lier(sqlite3_stmt* requete, int position, const std::string& argument)
{
    lier_texte(requete, position, decoder(argument));
}

/// Lie chaque texte à un marqueur d'une même requête, en commençant par le dernier, puis l'exécute, deux fois s'il le faut.
void inserer(const sonde::Arguments& arguments, int fois)
{
    const Base base = connecter(arguments[0]);
    std::string sql = "INSERT INTO repliques (texte) VALUES (?)";
    for (std::size_t i = 2; i < arguments.size(); ++i) {
        sql += ", (?)";
    }
    const Requete requete = preparer(base, sql);
    for (std::size_t i = arguments.size() - 1; i > 0; --i) {
        lier(requete.get(), static_cast<int>(i), arguments[i]);
    }
    occuper_la_pile(8);
    for (int i = 0; i < fois; ++i) {
        if (const int code = sqlite3_step(requete.get()); code != SQLITE_DONE) {
            throw std::runtime_error("l'exécution a rendu " + std::to_string(code) + " : " +
                                     sqlite3_errmsg(base.get()));
        }
        sqlite3_reset(requete.get());
    }
    const Requete relue = preparer(
        base, "SELECT rang, typeof(texte), quote(texte), length(CAST(texte AS BLOB)) FROM repliques ORDER BY rang");
    while (sqlite3_step(relue.get()) == SQLITE_ROW) {
        std::cout << sqlite3_column_int64(relue.get(), 0) << " : " << sqlite3_column_text(relue.get(), 1) << ' '
                  << sqlite3_column_text(relue.get(), 2) << ", " << sqlite3_column_int64(relue.get(), 3)
                  << " octet(s)\n";
    }
}

void jouer_lier(const sonde::Arguments& arguments) { inserer(arguments, 1); }
void jouer_deux_fois(const sonde::Arguments& arguments) { inserer(arguments, 2); }

/// Lie un texte à une position qui n'existe pas, ou qui existe, dans une requête d'un seul marqueur.
void jouer_position(const sonde::Arguments& arguments)
{
    const Base base = connecter(arguments[0]);
    const Requete requete = preparer(base, "SELECT ?");
    sonde::essayer("lier_texte", [&] {
        try {
            lier(requete.get(), std::stoi(arguments[1]),
                 "un texte assez long pour ne pas tenir dans la std::string elle-même");
            std::cout << "position " << arguments[1] << " : lié\n";
        } catch (const std::exception& erreur) {
            std::cout << "position " << arguments[1] << " : exception, " << erreur.what() << '\n';
            throw;
        }
    });
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv,
                            {{"lier BASE TEXTE …", jouer_lier},
                             {"deux-fois BASE TEXTE …", jouer_deux_fois},
                             {"position BASE POSITION", jouer_position}});
}
