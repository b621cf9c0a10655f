// SPDX-License-Identifier: MIT
// Donné avec l'exercice : la boutique, qui appelle vos fonctions.
#include "fourni.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <sonde.hpp>
#include <stdexcept>
#include <string>
#include <system_error>

namespace {

/// Lit `texte` en entier comme un nombre de type T.
template <class T>
bool est_un(const std::string& texte, T& nombre)
{
    const char* const fin = texte.data() + texte.size();
    const auto [arret, erreur] = std::from_chars(texte.data(), fin, nombre);
    return erreur == std::errc{} && arret == fin;
}

/// Lie ce qui est écrit sur la ligne de commande : « - » est NULL, un nombre un nombre, et le reste un texte.
void lier(SQLite::Statement& requete, int position, const std::string& valeur)
{
    std::int64_t entier = 0;
    double reel = 0;
    if (valeur == "-") {
        requete.bind(position);
    } else if (est_un(valeur, entier)) {
        requete.bind(position, entier);
    } else if (est_un(valeur, reel)) {
        requete.bind(position, reel);
    } else {
        requete.bind(position, valeur);
    }
}

/// Joue `action`, dont l'échec est noté sous `nom` et affiché.
template <class F>
void tenter(const std::string& nom, F action)
{
    std::cout << nom << " : ";
    sonde::essayer(nom, [&] {
        try {
            action();
            std::cout << "accepté\n";
        } catch (const SQLite::Exception& erreur) {
            std::cout << "refusé, " << erreur.what() << " (code étendu " << erreur.getExtendedErrorCode() << ")\n";
            throw;
        }
    });
}

/// Demande à une connexion ses réglages.
void montrer(int numero, SQLite::Database& base)
{
    const int cles = base.execAndGet("PRAGMA foreign_keys").getInt();
    const int delai = base.execAndGet("PRAGMA busy_timeout").getInt();
    const bool transaction = sqlite3_get_autocommit(base.getHandle()) == 0;
    sonde::rendre("cles", numero, cles);
    sonde::rendre("delai", numero, delai);
    sonde::rendre("transaction", numero, transaction ? "ouverte" : "aucune");
    std::cout << "connexion " << numero << " : foreign_keys = " << cles << ", busy_timeout = " << delai
              << (transaction ? ", transaction ouverte\n" : "\n");
}

/// Ouvre deux connexions à la fois, les règle, et leur demande leurs réglages.
void regler(const sonde::Arguments& arguments)
{
    SQLite::Database premiere(arguments[0], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    configurer(premiere);
    SQLite::Database seconde(arguments[0], SQLite::OPEN_READWRITE);
    configurer(seconde);
    montrer(1, premiere);
    montrer(2, seconde);
}

/// Crée la table si elle n'existe pas, puis tente une insertion par triplet.
void commander(const sonde::Arguments& arguments)
{
    if (arguments.size() % 3 != 1) {
        throw std::invalid_argument("après la base, il faut des triplets ID ARTICLE CENTIMES");
    }
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    configurer(base);
    if (!base.tableExists("commandes")) {
        creer_commandes(base);
    }
    for (std::size_t i = 1; i < arguments.size(); i += 3) {
        tenter("commande " + std::to_string(i / 3 + 1), [&] {
            SQLite::Statement insertion(base,
                                        "INSERT INTO commandes (utilisateur_id, article, centimes) VALUES (?, ?, ?)");
            for (int position = 1; position <= 3; ++position) {
                lier(insertion, position, arguments[i + static_cast<std::size_t>(position) - 1]);
            }
            insertion.exec();
        });
    }
}

/// Enregistre les commandes, puis, sur une autre connexion, supprime un client.
void partir(const sonde::Arguments& arguments)
{
    sonde::Arguments commandes = arguments;
    commandes.erase(commandes.begin() + 1);
    commander(commandes);

    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    configurer(base);
    tenter("départ de " + arguments[1], [&] {
        SQLite::Statement suppression(base, "DELETE FROM utilisateurs WHERE id = ?");
        lier(suppression, 1, arguments[1]);
        suppression.exec();
    });
    std::cout << "commandes restantes : " << base.execAndGet("SELECT count(*) FROM commandes") << '\n';
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv,
                            {{"regler BASE", regler},
                             {"commander BASE ID ARTICLE CENTIMES …", commander},
                             {"partir BASE PARTANT ID ARTICLE CENTIMES …", partir}});
}
