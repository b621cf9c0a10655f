// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui exécute une requête, et fait de chaque ligne un objet.
#include "fourni.hpp"
#include "reponse.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
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

enum class Ciel { clair, nuageux, couvert };

/// Un relevé de la station météo : une conversion de chaque sorte.
struct Releve {
    double temperature{};
    std::int64_t numero{};
    Ciel ciel{};
    bool pluie{};
    std::chrono::year_month_day jour{std::chrono::year(2000) / 1 / 1};
    std::optional<std::string> remarque{};
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
struct orm::Table<Releve> {
    static constexpr std::string_view nom = "releves";
    static constexpr auto colonnes = std::tuple{orm::colonne("numero", &Releve::numero, orm::cle_primaire),
                                                orm::colonne("jour", &Releve::jour),
                                                orm::colonne("temperature", &Releve::temperature),
                                                orm::colonne("ciel", &Releve::ciel),
                                                orm::colonne("pluie", &Releve::pluie),
                                                orm::colonne("remarque", &Releve::remarque)};
};

namespace {

void rendre(const Utilisateur& u)
{
    sonde::rendre("objet", u.id, u.nom, u.age);
    std::cout << "Utilisateur " << u.id << ", « " << u.nom << " », " << (u.age ? std::to_string(*u.age) : "âge inconnu")
              << '\n';
}

void rendre(const Releve& r)
{
    const int jour = static_cast<int>(r.jour.year()) * 10'000 + static_cast<int>(unsigned(r.jour.month())) * 100 +
                     static_cast<int>(unsigned(r.jour.day()));
    sonde::rendre("objet", r.numero, jour, r.temperature, static_cast<int>(r.ciel), r.pluie, r.remarque);
    std::cout << "Relevé " << r.numero << " du " << jour << " : " << r.temperature << " degrés\n";
}

template <class T>
void lire(SQLite::Statement& requete)
{
    while (requete.executeStep()) {
        sonde::essayer("depuis_ligne", [&] {
            try {
                rendre(orm::depuis_ligne<T>(requete));
            } catch (const std::exception& erreur) {
                std::cout << "exception : " << erreur.what() << '\n';
                throw;
            }
        });
    }
}

void jouer(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0]);
    SQLite::Statement requete(base, arguments[2]);
    if (arguments[1] == "utilisateur") {
        lire<Utilisateur>(requete);
    } else if (arguments[1] == "releve") {
        lire<Releve>(requete);
    } else {
        throw std::invalid_argument("entité inconnue : " + arguments[1]);
    }
}

}  // namespace

int main(int argc, char** argv) { return sonde::programme(argc, argv, {{"lire BASE ENTITE SQL", jouer}}); }
