// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui modifie et supprime, mot après mot, pendant qu'une autre connexion change la base.
#include "fourni.hpp"
#include "reponse.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cstdint>
#include <iostream>
#include <memory>
#include <optional>
#include <sonde.hpp>
#include <stdexcept>
#include <string>

namespace {

struct Utilisateur {
    std::int64_t id{};
    std::string nom{};
    std::optional<int> age{};
    std::optional<std::string> ville{};
};

struct Commande {
    std::string article{};
    std::int64_t utilisateur_id{};
    std::int64_t numero{};
};

}  // namespace

template <>
struct orm::Table<Utilisateur> {
    static constexpr std::string_view nom = "utilisateurs";
    static constexpr auto colonnes =
        std::tuple{orm::colonne("id", &Utilisateur::id, orm::cle_primaire), orm::colonne("nom", &Utilisateur::nom),
                   orm::colonne("age", &Utilisateur::age), orm::colonne("ville", &Utilisateur::ville)};
};

template <>
struct orm::Table<Commande> {
    static constexpr std::string_view nom = "commandes";
    static constexpr auto colonnes =
        std::tuple{orm::colonne("article", &Commande::article),
                   orm::colonne("utilisateur_id", &Commande::utilisateur_id, orm::reference_vers<Utilisateur>()),
                   orm::colonne("numero", &Commande::numero, orm::cle_primaire)};
};

namespace {

template <class T>
std::shared_ptr<T> obtenir(orm::Session& session, const std::string& id)
{
    const auto objet = session.get<T>(std::stoll(id));
    if (objet == nullptr) {
        throw std::invalid_argument("pas d'objet " + id);
    }
    return objet;
}

/// « u2.age=41 » : le membre, et sa valeur (« - » : aucune).
void modifier(orm::Session& session, const std::string& mot, std::size_t point, std::size_t egal)
{
    const std::string id = mot.substr(1, point - 1);
    const std::string membre = mot.substr(point + 1, egal - point - 1);
    const std::string valeur = mot.substr(egal + 1);
    if (membre == "nom") {
        obtenir<Utilisateur>(session, id)->nom = valeur;
    } else if (membre == "age") {
        obtenir<Utilisateur>(session, id)->age = valeur == "-" ? std::nullopt : std::optional<int>(std::stoi(valeur));
    } else if (membre == "ville") {
        obtenir<Utilisateur>(session, id)->ville = valeur == "-" ? std::nullopt : std::optional<std::string>(valeur);
    } else if (membre == "article") {
        obtenir<Commande>(session, id)->article = valeur;
    } else {
        throw std::invalid_argument("mot inconnu : " + mot);
    }
}

void envoyer(const std::string& mot, orm::Session& session)
{
    if (mot == "=") {
        session.flush();
    } else {
        session.commit();
    }
    const bool en_cours = sqlite3_get_autocommit(session.base().getHandle()) == 0;
    sonde::rendre("envoi", mot, en_cours ? "transaction" : "rien");
    std::cout << mot << " : " << (en_cours ? "une transaction en cours" : "pas de transaction") << '\n';
}

void jouer(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    base.exec("PRAGMA foreign_keys = ON");
    SQLite::Database autre(arguments[0], SQLite::OPEN_READWRITE);
    orm::Session session(base);
    std::shared_ptr<Utilisateur> ajoute;
    for (std::size_t rang = 1; rang < arguments.size(); ++rang) {
        const std::string& mot = arguments[rang];
        const std::size_t point = mot.find('.');
        const std::size_t egal = mot.find('=');
        if (mot == "=" || mot == "!") {
            envoyer(mot, session);
        } else if (mot[0] == '@') {
            autre.exec(mot.substr(1));
        } else if (mot[0] == '+') {
            ajoute = session.add(Utilisateur{.nom = mot.substr(1)});
        } else if (mot == "-") {
            session.remove(ajoute);
        } else if (mot.starts_with("-u")) {
            session.remove(obtenir<Utilisateur>(session, mot.substr(2)));
        } else if (mot.starts_with("-c")) {
            session.remove(obtenir<Commande>(session, mot.substr(2)));
        } else if (point < egal && egal != std::string::npos) {
            modifier(session, mot, point, egal);
        } else if (mot[0] == 'u') {
            std::cout << obtenir<Utilisateur>(session, mot.substr(1))->nom << '\n';
        } else if (mot[0] == 'c') {
            std::cout << obtenir<Commande>(session, mot.substr(1))->article << '\n';
        } else {
            throw std::invalid_argument("mot inconnu : " + mot);
        }
    }
}

}  // namespace

int main(int argc, char** argv) { return sonde::programme(argc, argv, {{"jouer BASE MOT …", jouer}}); }
