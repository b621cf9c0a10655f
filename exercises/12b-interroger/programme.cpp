// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui construit une requête, mot après mot.
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
    std::optional<std::string> groupe{};
};

}  // namespace

template <>
struct orm::Table<Utilisateur> {
    static constexpr std::string_view nom = "utilisateurs";
    static constexpr auto colonnes =
        std::tuple{orm::colonne("id", &Utilisateur::id, orm::cle_primaire), orm::colonne("nom", &Utilisateur::nom),
                   orm::colonne("age", &Utilisateur::age), orm::colonne("group", &Utilisateur::groupe)};
};

namespace {

void rendre(const std::shared_ptr<Utilisateur>& u)
{
    if (u == nullptr) {
        sonde::rendre("objet", "nullptr");
        std::cout << "nullptr\n";
        return;
    }
    sonde::rendre("objet", u->id, u->nom, u->age, u->groupe);
    std::cout << u->id << " | " << u->nom << " | " << (u->age ? std::to_string(*u->age) : "-") << " | "
              << u->groupe.value_or("-") << '\n';
}

/// Ajoute à `requete` ce que dit `mot` : « nom=Alice », « age=- », « +age », « -nom »…
void appliquer(orm::Query<Utilisateur>& requete, const std::string& mot)
{
    const std::size_t egal = mot.find('=');
    if (egal == std::string::npos) {
        const orm::Ordre ordre = mot[0] == '-' ? orm::Ordre::desc : orm::Ordre::asc;
        const std::string membre = mot.substr(1);
        if (membre == "id") {
            requete.order_by<&Utilisateur::id>(ordre);
        } else if (membre == "nom") {
            requete.order_by<&Utilisateur::nom>(ordre);
        } else if (membre == "age") {
            requete.order_by<&Utilisateur::age>(ordre);
        } else if (membre == "groupe") {
            requete.order_by<&Utilisateur::groupe>(ordre);
        } else {
            throw std::invalid_argument("mot inconnu : " + mot);
        }
        return;
    }
    const std::string membre = mot.substr(0, egal);
    const std::string valeur = mot.substr(egal + 1);
    if (membre == "id") {
        requete.filter_by<&Utilisateur::id>(std::stoll(valeur));
    } else if (membre == "nom") {
        requete.filter_by<&Utilisateur::nom>(valeur);
    } else if (membre == "age") {
        requete.filter_by<&Utilisateur::age>(valeur == "-" ? std::nullopt : std::optional<int>(std::stoi(valeur)));
    } else if (membre == "groupe") {
        requete.filter_by<&Utilisateur::groupe>(valeur == "-" ? std::nullopt : std::optional<std::string>(valeur));
    } else {
        throw std::invalid_argument("mot inconnu : " + mot);
    }
}

void terminer(orm::Query<Utilisateur>& requete, const std::string& fin)
{
    if (fin == "all") {
        for (const auto& u : requete.all()) {
            rendre(u);
        }
    } else if (fin == "first") {
        rendre(requete.first());
    } else if (fin == "count") {
        const std::size_t nombre = requete.count();
        sonde::rendre("nombre", nombre);
        std::cout << nombre << '\n';
    } else {
        throw std::invalid_argument("mot inconnu : " + fin);
    }
}

void jouer_chercher(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    orm::Session session(base);
    orm::Query<Utilisateur> requete = session.query<Utilisateur>();
    for (std::size_t i = 2; i < arguments.size(); ++i) {
        appliquer(requete, arguments[i]);
    }
    terminer(requete, arguments[1]);
}

/// Ajoute NOM à la session, sans l'envoyer, et le cherche aussitôt.
void jouer_aussitot(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    orm::Session session(base);
    const auto ajoute = session.add(Utilisateur{.nom = arguments[2]});
    orm::Query<Utilisateur> requete = session.query<Utilisateur>();
    requete.filter_by<&Utilisateur::nom>(arguments[2]).order_by<&Utilisateur::id>();
    terminer(requete, arguments[1]);
    const bool meme = requete.first() == ajoute;
    sonde::rendre("même objet", meme ? "oui" : "non");
    std::cout << "first() rend l'objet ajouté : " << (meme ? "oui" : "non") << '\n';
    session.commit();
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv,
                            {{"chercher BASE FIN …", jouer_chercher}, {"aussitot BASE FIN NOM", jouer_aussitot}});
}
