// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui joue des mots dans une session, pendant qu'une autre connexion change la base.
#include "fourni.hpp"
#include "reponse.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <memory>
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
    std::string article{};
    int quantite{};
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
    static constexpr auto colonnes =
        std::tuple{orm::colonne("article", &Commande::article), orm::colonne("quantite", &Commande::quantite),
                   orm::colonne("numero", &Commande::numero, orm::cle_primaire)};
};

namespace {

/// Les objets que le programme a vus, et qu'il garde : deux pointeurs égaux ont le même rang.
class Vus {
public:
    std::size_t rang(const std::shared_ptr<void>& objet)
    {
        const auto place = std::find(objets_.begin(), objets_.end(), objet);
        if (place != objets_.end()) {
            return static_cast<std::size_t>(place - objets_.begin()) + 1;
        }
        objets_.push_back(objet);
        return objets_.size();
    }
    void lacher() { objets_.clear(); }

private:
    std::vector<std::shared_ptr<void>> objets_;
};

void rendre(const std::string& mot, const std::shared_ptr<Utilisateur>& u, Vus& vus)
{
    if (u == nullptr) {
        sonde::rendre("objet", mot, nullptr, nullptr, nullptr);
        std::cout << mot << " : nullptr\n";
        return;
    }
    const std::size_t rang = vus.rang(u);
    sonde::rendre("objet", mot, rang, u->nom, u->age);
    std::cout << mot << " : objet " << rang << ", " << u->nom << ", " << (u->age ? std::to_string(*u->age) : "-")
              << '\n';
}

void rendre(const std::string& mot, const std::shared_ptr<Commande>& c, Vus& vus)
{
    if (c == nullptr) {
        sonde::rendre("objet", mot, nullptr, nullptr, nullptr);
        std::cout << mot << " : nullptr\n";
        return;
    }
    const std::size_t rang = vus.rang(c);
    sonde::rendre("objet", mot, rang, c->article, c->quantite);
    std::cout << mot << " : objet " << rang << ", " << c->article << ", " << c->quantite << '\n';
}

void lire_tous(const std::string& mot, orm::Session& session, Vus& vus)
{
    std::vector<std::shared_ptr<Utilisateur>> lus;
    SQLite::Statement requete(session.base(), "SELECT age, nom, id FROM utilisateurs ORDER BY id");
    while (requete.executeStep()) {
        lus.push_back(session.rattacher(orm::depuis_ligne<Utilisateur>(requete)));
    }
    for (const auto& lu : lus) {
        rendre(mot, lu, vus);
    }
}

std::shared_ptr<Utilisateur> obtenir(orm::Session& session, const std::string& id)
{
    const auto u = session.get<Utilisateur>(std::stoll(id));
    if (u == nullptr) {
        throw std::invalid_argument("pas d'utilisateur " + id);
    }
    return u;
}

void jouer_mot(const std::string& mot, orm::Session& session, SQLite::Database& autre, Vus& vus)
{
    const std::string suite = mot.substr(1);
    if (mot == "tous") {
        lire_tous(mot, session, vus);
    } else if (mot == "lâcher") {
        vus.lacher();
    } else if (mot == "=") {
        session.flush();
    } else if (mot == "!") {
        session.commit();
    } else if (mot[0] == 'u') {
        rendre(mot, session.get<Utilisateur>(std::stoll(suite)), vus);
    } else if (mot[0] == 'c') {
        rendre(mot, session.get<Commande>(std::stoll(suite)), vus);
    } else if (mot[0] == '+') {
        rendre(mot, session.add(Utilisateur{.nom = suite}), vus);
    } else if (mot[0] == '-') {
        session.remove(obtenir(session, suite));
    } else if (mot[0] == '~') {
        obtenir(session, suite)->age = 99;
    } else if (mot[0] == '@') {
        autre.exec(suite);
    } else {
        throw std::invalid_argument("mot inconnu : " + mot);
    }
}

void jouer(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    SQLite::Database autre(arguments[0], SQLite::OPEN_READWRITE);
    orm::Session session(base);
    Vus vus;
    for (std::size_t rang = 1; rang < arguments.size(); ++rang) {
        jouer_mot(arguments[rang], session, autre, vus);
    }
}

}  // namespace

int main(int argc, char** argv) { return sonde::programme(argc, argv, {{"jouer BASE MOT …", jouer}}); }
