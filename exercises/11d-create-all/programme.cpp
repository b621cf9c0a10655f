// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui crée les tables de plusieurs ensembles d'entités.
#include "fourni.hpp"
#include "reponse.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <iostream>
#include <optional>
#include <sonde.hpp>
#include <stdexcept>
#include <string>

namespace {

struct Utilisateur {
    std::int64_t id{};
    std::string nom{};
    std::optional<int> age{};
};

struct Article {
    std::int64_t id{};
    std::string libelle{};
    double prix{};
};

struct Commande {
    std::int64_t id{};
    std::int64_t utilisateur_id{};
    bool payee{};
};

struct LigneDeCommande {
    std::int64_t id{};
    std::int64_t commande_id{};
    std::optional<std::int64_t> article_id{};
    int quantite{};
};

struct Groupe {
    std::int64_t numero{};
    std::string ordre{};
    std::optional<std::string> surnom{};
    std::optional<int> de{};
};

struct Membre {
    std::int64_t id{};
    std::int64_t groupe{};
};

}  // namespace

template <>
struct orm::Table<Utilisateur> {
    static constexpr std::string_view nom = "utilisateurs";
    static constexpr auto colonnes =
        std::tuple{orm::colonne("id", &Utilisateur::id, orm::cle_primaire), orm::colonne("nom", &Utilisateur::nom),
                   orm::colonne("age", &Utilisateur::age)};
};

template <>
struct orm::Table<Article> {
    static constexpr std::string_view nom = "articles";
    static constexpr auto colonnes =
        std::tuple{orm::colonne("id", &Article::id, orm::cle_primaire), orm::colonne("libelle", &Article::libelle),
                   orm::colonne("prix", &Article::prix)};
};

template <>
struct orm::Table<Commande> {
    static constexpr std::string_view nom = "commandes";
    static constexpr auto colonnes =
        std::tuple{orm::colonne("id", &Commande::id, orm::cle_primaire),
                   orm::colonne("utilisateur_id", &Commande::utilisateur_id, orm::reference_vers<Utilisateur>()),
                   orm::colonne("payee", &Commande::payee)};
};

template <>
struct orm::Table<LigneDeCommande> {
    static constexpr std::string_view nom = "lignes";
    static constexpr auto colonnes =
        std::tuple{orm::colonne("id", &LigneDeCommande::id, orm::cle_primaire),
                   orm::colonne("commande_id", &LigneDeCommande::commande_id, orm::reference_vers<Commande>()),
                   orm::colonne("article_id", &LigneDeCommande::article_id, orm::reference_vers<Article>()),
                   orm::colonne("quantite", &LigneDeCommande::quantite)};
};

template <>
struct orm::Table<Groupe> {
    static constexpr std::string_view nom = "group";
    static constexpr auto colonnes =
        std::tuple{orm::colonne("select", &Groupe::numero, orm::cle_primaire), orm::colonne("order", &Groupe::ordre),
                   orm::colonne("dit \"le petit\"", &Groupe::surnom), orm::colonne("fondé en", &Groupe::de)};
};

template <>
struct orm::Table<Membre> {
    static constexpr std::string_view nom = "membres d'un groupe";
    static constexpr auto colonnes = std::tuple{orm::colonne("id", &Membre::id, orm::cle_primaire),
                                                orm::colonne("from", &Membre::groupe, orm::reference_vers<Groupe>())};
};

namespace {

void jouer(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    base.exec("PRAGMA foreign_keys = ON");
    const std::string& ensemble = arguments[1];
    if (ensemble == "tutoriel") {
        orm::create_all<Utilisateur>(base);
    } else if (ensemble == "parents-devant") {
        orm::create_all<Utilisateur, Article, Commande, LigneDeCommande>(base);
    } else if (ensemble == "parents-derriere") {
        orm::create_all<LigneDeCommande, Commande, Article, Utilisateur>(base);
    } else if (ensemble == "parents-partout") {
        orm::create_all<Commande, LigneDeCommande, Utilisateur, Article>(base);
    } else if (ensemble == "commande-seule") {
        orm::create_all<Commande>(base);
    } else if (ensemble == "groupes") {
        orm::create_all<Membre, Groupe>(base);
    } else {
        throw std::invalid_argument("ensemble inconnu : " + ensemble);
    }
    SQLite::Statement tables(base, "SELECT sql FROM sqlite_master WHERE type = 'table' ORDER BY rowid");
    while (tables.executeStep()) {
        std::cout << tables.getColumn(0).getString() << ";\n";
    }
}

}  // namespace

int main(int argc, char** argv) { return sonde::programme(argc, argv, {{"creer BASE ENSEMBLE", jouer}}); }
