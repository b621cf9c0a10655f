// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui lit une base avec vos fonctions.
#include "fourni.hpp"

#include <sqlite3.h>

#include <cstddef>
#include <exception>
#include <iostream>
#include <memory>
#include <sonde.hpp>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace {

struct Fermer {
    void operator()(sqlite3* base) const noexcept { sqlite3_close_v2(base); }
    void operator()(sqlite3_stmt* requete) const noexcept { sqlite3_finalize(requete); }
};
using Base = std::unique_ptr<sqlite3, Fermer>;
using Requete = std::unique_ptr<sqlite3_stmt, Fermer>;

Base connecter(const std::string& chemin)
{
    sqlite3* brute = nullptr;
    const int code = sqlite3_open_v2(chemin.c_str(), &brute, SQLITE_OPEN_READWRITE, nullptr);
    Base base(brute);
    if (code != SQLITE_OK) {
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

/// Écrit une valeur avec son type.
struct Ecrire {
    void operator()(std::monostate) const { std::cout << "NULL"; }
    void operator()(std::int64_t v) const { std::cout << "entier " << v; }
    void operator()(double v) const { std::cout << "réel " << v; }
    void operator()(const std::string& v) const { std::cout << "texte de " << v.size() << " octet(s) : " << v; }
    void operator()(const std::vector<std::byte>& v) const { std::cout << "BLOB de " << v.size() << " octet(s)"; }
};

/// Lit toutes les valeurs, libère la requête, et seulement ensuite les montre.
void jouer_lire(const sonde::Arguments& arguments)
{
    const Base base = connecter(arguments[0]);
    std::vector<Valeur> valeurs;
    {
        // La valeur n'est pas dans la première colonne.
        const Requete requete = preparer(base, "SELECT rang, v FROM valeurs ORDER BY rang");
        while (sqlite3_step(requete.get()) == SQLITE_ROW) {
            valeurs.push_back(lire_valeur(requete.get(), 1));
        }
    }
    for (const Valeur& valeur : valeurs) {
        sonde::rendre("valeur", valeur);
        std::visit(Ecrire{}, valeur);
        std::cout << '\n';
    }
}

/// Cherche le texte le plus long, puis libère la requête avant de le montrer.
void chercher(const std::string& chemin, const std::string& sql)
{
    const Base base = connecter(chemin);
    std::string texte;
    const bool fini = sonde::essayer("plus_long", [&] {
        const Requete requete = preparer(base, sql);
        try {
            texte = plus_long(requete.get(), 1);
        } catch (const std::exception& erreur) {
            std::cout << "exception, " << erreur.what() << '\n';
            throw;
        }
    });
    if (fini) {
        sonde::rendre("plus long", texte);
        std::cout << "plus long : " << texte << '\n';
    }
}

void jouer_plus_long(const sonde::Arguments& arguments)
{
    chercher(arguments[0], "SELECT rang, v FROM valeurs ORDER BY rang");
}

/// La même recherche, mais SQLite ne peut pas calculer la valeur de la ligne de rang 2.
void jouer_erreur(const sonde::Arguments& arguments)
{
    chercher(arguments[0],
             "SELECT rang, CASE rang WHEN 2 THEN abs(-9223372036854775807 - 1) ELSE v END FROM valeurs ORDER BY rang");
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(
        argc, argv, {{"lire BASE", jouer_lire}, {"plus-long BASE", jouer_plus_long}, {"erreur BASE", jouer_erreur}});
}
