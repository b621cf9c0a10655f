// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui demande les enfants, et regarde ce qu'il reçoit.
#include "fourni.hpp"
#include "reponse.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <iostream>
#include <memory>
#include <optional>
#include <sonde.hpp>
#include <stdexcept>
#include <string>

namespace {

struct Dossier {
    std::optional<std::int64_t> parent{};
    std::string intitule{};
    std::int64_t numero{};
};

}  // namespace

/// Un dossier est dans un autre : l'enfant et le parent sont du même type.
template <>
struct orm::Table<Dossier> {
    static constexpr std::string_view nom = "group";
    static constexpr auto colonnes = std::tuple{orm::colonne("order", &Dossier::parent, orm::Reference{"group"}),
                                                orm::colonne("l'intitulé", &Dossier::intitule),
                                                orm::colonne("select", &Dossier::numero, orm::cle_primaire)};
};

namespace {

template <class T>
std::shared_ptr<T> trouver(orm::Session& session, const std::string& id)
{
    const auto trouve = session.get<T>(std::stoll(id));
    if (trouve == nullptr) {
        throw std::invalid_argument("pas de ligne " + id);
    }
    return trouve;
}

void montrer(const Commande& commande)
{
    std::cout << "commande " << commande.id << ", de " << commande.utilisateur_id << ", " << commande.total << '\n';
}

void jouer_creer(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    orm::create_all<Commande, Utilisateur>(base);
    SQLite::Statement tables(base, "SELECT sql FROM sqlite_master WHERE type = 'table' ORDER BY rowid");
    while (tables.executeStep()) {
        std::cout << tables.getColumn(0).getString() << ";\n";
    }
}

void jouer_commandes(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    orm::Session session(base);
    for (const auto& c :
         orm::enfants<&Commande::utilisateur_id>(session, trouver<Utilisateur>(session, arguments[1]))) {
        sonde::rendre("commande", c->id, c->utilisateur_id, c->total);
        montrer(*c);
    }
}

void jouer_dossiers(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    orm::Session session(base);
    for (const auto& d : orm::enfants<&Dossier::parent>(session, trouver<Dossier>(session, arguments[1]))) {
        sonde::rendre("dossier", d->numero, d->parent, d->intitule);
        std::cout << "dossier " << d->numero << ", " << d->intitule << '\n';
    }
}

/// Demande deux fois les commandes d'un utilisateur, leur donne à toutes ce TOTAL, et valide.
void jouer_corriger(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    orm::Session session(base);
    const auto utilisateur = trouver<Utilisateur>(session, arguments[1]);
    const auto commandes = orm::enfants<&Commande::utilisateur_id>(session, utilisateur);
    const bool memes = orm::enfants<&Commande::utilisateur_id>(session, utilisateur) == commandes;
    sonde::rendre("memes", memes ? "oui" : "non");
    std::cout << "les mêmes objets : " << (memes ? "oui" : "non") << '\n';
    for (const auto& c : commandes) {
        c->total = std::stod(arguments[2]);
    }
    session.commit();
}

/// Ajoute un utilisateur, et demande ses commandes avant et après lui en avoir ajouté une, sans rien envoyer soi-même.
void jouer_aussitot(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    orm::Session session(base);
    const auto nouveau = session.add(Utilisateur{.nom = arguments[1]});
    const auto avant = orm::enfants<&Commande::utilisateur_id>(session, nouveau);
    sonde::rendre("avant", avant.size());
    const auto commande = session.add(Commande{.utilisateur_id = nouveau->id, .total = 2.5});
    const auto apres = orm::enfants<&Commande::utilisateur_id>(session, nouveau);
    sonde::rendre("apres", apres.size(), apres.size() == 1 && apres[0] == commande ? "le même" : "autre chose");
    std::cout << nouveau->nom << ", utilisateur " << nouveau->id << ", a " << avant.size() << " commande, puis "
              << apres.size() << '\n';
    session.commit();
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv,
                            {{"creer BASE", jouer_creer},
                             {"commandes BASE ID", jouer_commandes},
                             {"dossiers BASE ID", jouer_dossiers},
                             {"corriger BASE ID TOTAL", jouer_corriger},
                             {"aussitot BASE NOM", jouer_aussitot}});
}
