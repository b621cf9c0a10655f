// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui demande les enfants de plusieurs parents à la fois.
#include "fourni.hpp"
#include "reponse.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

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
    std::int64_t id{};
    std::int64_t utilisateur_id{};
    double total{};
};

struct Dossier {
    std::optional<std::int64_t> parent{};
    std::string intitule{};
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
        std::tuple{orm::colonne("id", &Commande::id, orm::cle_primaire),
                   orm::colonne("utilisateur_id", &Commande::utilisateur_id, orm::reference_vers<Utilisateur>()),
                   orm::colonne("total", &Commande::total)};
};

template <>
struct orm::Table<Dossier> {
    static constexpr std::string_view nom = "group";
    static constexpr auto colonnes = std::tuple{orm::colonne("order", &Dossier::parent, orm::Reference{"group"}),
                                                orm::colonne("l'intitulé", &Dossier::intitule),
                                                orm::colonne("select", &Dossier::numero, orm::cle_primaire)};
};

namespace {

/// Les objets de ces identifiants, à partir du rang `debut`, dans cet ordre.
template <class T>
std::vector<std::shared_ptr<T>> trouver(orm::Session& session, const sonde::Arguments& ids, std::size_t debut)
{
    std::vector<std::shared_ptr<T>> trouves;
    for (std::size_t i = debut; i < ids.size(); ++i) {
        trouves.push_back(session.get<T>(std::stoll(ids[i])));
        if (trouves.back() == nullptr) {
            throw std::invalid_argument("pas de ligne " + ids[i]);
        }
    }
    return trouves;
}

void rendre(const std::vector<orm::Enfants<Commande>>& par_parent)
{
    sonde::rendre("parents", par_parent.size());
    for (std::size_t rang = 0; rang < par_parent.size(); ++rang) {
        std::cout << "parent de rang " << rang << " : " << par_parent[rang].size() << " commande(s)\n";
        for (const auto& c : par_parent[rang]) {
            sonde::rendre("commande", rang, c->id, c->utilisateur_id, c->total);
        }
    }
}

void jouer_commandes(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    orm::Session session(base);
    rendre(orm::charger_enfants<&Commande::utilisateur_id>(session, trouver<Utilisateur>(session, arguments, 1)));
}

/// Tous les utilisateurs, du plus grand identifiant au plus petit.
void jouer_tous(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    orm::Session session(base);
    const auto tous = session.query<Utilisateur>().order_by<&Utilisateur::id>(orm::Ordre::desc).all();
    rendre(orm::charger_enfants<&Commande::utilisateur_id>(session, tous));
}

void jouer_dossiers(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    orm::Session session(base);
    const auto par_parent = orm::charger_enfants<&Dossier::parent>(session, trouver<Dossier>(session, arguments, 1));
    sonde::rendre("parents", par_parent.size());
    for (std::size_t rang = 0; rang < par_parent.size(); ++rang) {
        for (const auto& d : par_parent[rang]) {
            sonde::rendre("dossier", rang, d->numero, d->parent, d->intitule);
            std::cout << "dans le dossier de rang " << rang << " : " << d->numero << ", " << d->intitule << '\n';
        }
    }
}

/// Ajoute un utilisateur et une commande à l'utilisateur ID, sans rien envoyer ; charge les commandes des deux ; leur donne à
/// toutes ce TOTAL, et valide.
void jouer_aussitot(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    orm::Session session(base);
    const auto ancien = session.get<Utilisateur>(std::stoll(arguments[1]));
    const auto nouveau = session.add(Utilisateur{.nom = "Nouvelle"});
    const auto commande = session.add(Commande{.utilisateur_id = ancien->id, .total = 0.5});
    const auto par_parent = orm::charger_enfants<&Commande::utilisateur_id>(session, std::vector{nouveau, ancien});
    for (std::size_t rang = 0; rang < par_parent.size(); ++rang) {
        bool connue = false;
        for (const auto& c : par_parent[rang]) {
            connue = connue || c == commande;
            c->total = std::stod(arguments[2]);
        }
        sonde::rendre("apres", rang, par_parent[rang].size(), connue ? "ajoutée" : "-");
        std::cout << "parent de rang " << rang << " : " << par_parent[rang].size() << " commande(s)"
                  << (connue ? ", avec celle qui vient d'être ajoutée" : "") << '\n';
    }
    session.commit();
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv,
                            {{"commandes BASE …", jouer_commandes},
                             {"tous BASE", jouer_tous},
                             {"dossiers BASE …", jouer_dossiers},
                             {"aussitot BASE ID TOTAL", jouer_aussitot}});
}
