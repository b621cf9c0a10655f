// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui se sert de votre description, et de votre patron pour d'autres entités.
#include "fourni.hpp"
#include "reponse.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <iostream>
#include <sonde.hpp>
#include <stdexcept>
#include <string>

namespace {

/// La clé n'est pas toujours la première colonne.
struct Livre {
    std::string titre{};
    std::int64_t numero{};
    std::optional<double> prix{};
    bool disponible{};
    std::optional<std::string> remarque{};
};

/// Une seule colonne suffit à faire une table.
struct Jeton {
    std::int64_t numero{};
};

/// Et rien n'oblige à avoir une clé.
struct Mesure {
    double valeur{};
    std::optional<int> capteur{};
};

}  // namespace

template <>
struct orm::Table<Livre> {
    static constexpr std::string_view nom = "livres";
    static constexpr auto colonnes =
        std::tuple{orm::colonne("titre", &Livre::titre), orm::colonne("numero", &Livre::numero, orm::cle_primaire),
                   orm::colonne("prix", &Livre::prix), orm::colonne("disponible", &Livre::disponible),
                   orm::colonne("remarque", &Livre::remarque)};
};

template <>
struct orm::Table<Jeton> {
    static constexpr std::string_view nom = "jetons";
    static constexpr auto colonnes = std::tuple{orm::colonne("numero", &Jeton::numero, orm::cle_primaire)};
};

template <>
struct orm::Table<Mesure> {
    static constexpr std::string_view nom = "mesures";
    static constexpr auto colonnes =
        std::tuple{orm::colonne("valeur", &Mesure::valeur), orm::colonne("capteur", &Mesure::capteur)};
};

namespace {

/// Montre la description, et ce que chaque colonne va chercher dans Utilisateur{ID, NOM, AGE}.
void jouer_decrire(const sonde::Arguments& arguments)
{
    const Utilisateur habitant{.id = std::stoll(arguments[0]), .nom = arguments[1], .age = std::stoi(arguments[2])};
    const std::string table(orm::Table<Utilisateur>::nom);
    std::cout << "table « " << table << " »\n";
    sonde::rendre("table", table);
    orm::pour_chaque_colonne<Utilisateur>([&](const auto& colonne) {
        sonde::rendre("colonne", colonne.nom, habitant.*colonne.membre, colonne.est_cle);
        std::cout << "colonne « " << colonne.nom << " »" << (colonne.est_cle ? ", clé primaire" : "") << '\n';
    });
}

template <class T>
void creer(SQLite::Database& base)
{
    const std::string sql = orm::sql_creation<T>();
    sonde::rendre("sql", sql);
    std::cout << sql << '\n';
    base.exec(sql);
}

void jouer_creer(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    const std::string& entite = arguments[1];
    if (entite == "utilisateur") {
        creer<Utilisateur>(base);
    } else if (entite == "livre") {
        creer<Livre>(base);
    } else if (entite == "jeton") {
        creer<Jeton>(base);
    } else if (entite == "mesure") {
        creer<Mesure>(base);
    } else {
        throw std::invalid_argument("entité inconnue : " + entite);
    }
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv, {{"decrire ID NOM AGE", jouer_decrire}, {"creer BASE ENTITE", jouer_creer}});
}
