// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui ajoute, envoie, valide, et regarde la base par deux connexions.
#include "fourni.hpp"
#include "reponse.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <iostream>
#include <optional>
#include <sonde.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

struct Utilisateur {
    std::int64_t id{};
    std::string nom{};
    std::optional<int> age{};
};

struct Commande {
    std::int64_t utilisateur_id{};
    double total{};
    std::int64_t numero{};
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
struct orm::Table<Commande> {
    static constexpr std::string_view nom = "commandes";
    static constexpr auto colonnes = std::tuple{
        orm::colonne("utilisateur_id", &Commande::utilisateur_id, orm::reference_vers<Utilisateur>()),
        orm::colonne("total", &Commande::total), orm::colonne("numero", &Commande::numero, orm::cle_primaire)};
};

namespace {

/// Rend combien de lignes voient la connexion de la session, et une autre.
void observer(const std::string& moment, SQLite::Database& base)
{
    const char* sql = "SELECT (SELECT count(*) FROM utilisateurs) + (SELECT count(*) FROM commandes)";
    const std::int64_t ici = base.execAndGet(sql).getInt64();
    SQLite::Database autre(base.getFilename());
    const std::int64_t ailleurs = autre.execAndGet(sql).getInt64();
    sonde::rendre(moment, ici, ailleurs);
    std::cout << moment << " : " << ici << " ligne(s) vue(s) par la session, " << ailleurs
              << " par une autre connexion\n";
}

/// Des mots de la ligne de commande, l'un après l'autre : « NOM AGE » ajoute, « = » envoie, « ! » valide.
void jouer_ajouter(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    orm::create_all<Utilisateur, Commande>(base);
    orm::Session session(base);
    std::vector<std::shared_ptr<Utilisateur>> ajoutes;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        std::string moment;
        if (arguments[i] == "=") {
            moment = "flush";
            session.flush();
        } else if (arguments[i] == "!") {
            moment = "commit";
            session.commit();
        } else {
            moment = "add";
            const std::string& age = arguments.at(i + 1);
            ajoutes.push_back(session.add(Utilisateur{
                .nom = arguments[i], .age = age == "-" ? std::nullopt : std::optional<int>(std::stoi(age))}));
            ++i;
        }
        observer(moment, base);
        for (const auto& ajoute : ajoutes) {
            sonde::rendre("id après " + moment, ajoute->id);
        }
    }
    for (const auto& ajoute : ajoutes) {
        sonde::rendre("objet", ajoute->id, ajoute->nom, ajoute->age);
        std::cout << ajoute->id << " | " << ajoute->nom << '\n';
    }
}

/// Un utilisateur, sa commande, puis un second et la sienne : chaque commande désigne l'utilisateur ajouté avant elle.
void jouer_commander(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    base.exec("PRAGMA foreign_keys = ON");
    orm::create_all<Utilisateur, Commande>(base);
    orm::Session session(base);
    const std::int64_t premier = std::stoll(arguments[1]);
    session.add(Utilisateur{.nom = "Alice", .age = 30});
    session.add(Commande{.utilisateur_id = premier, .total = 12.5});
    session.add(Utilisateur{.nom = "Bob"});
    const auto derniere = session.add(Commande{.utilisateur_id = premier + 1, .total = 8});
    session.commit();
    sonde::rendre("derniere", derniere->numero, derniere->utilisateur_id, derniere->total);
    std::cout << "commande " << derniere->numero << '\n';
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv,
                            {{"ajouter BASE MOT …", jouer_ajouter}, {"commander BASE PROCHAIN_ID", jouer_commander}});
}
