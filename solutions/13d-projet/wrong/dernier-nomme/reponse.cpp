// Échoue : Vieillir
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <charconv>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

namespace {

struct Utilisateur {
    std::int64_t id{};
    std::string nom{};
    std::optional<int> age{};
};

}  // namespace

template <>
struct orm::Table<Utilisateur> {
    static constexpr std::string_view nom = "utilisateurs";
    static constexpr auto colonnes =
        std::tuple{orm::colonne("id", &Utilisateur::id, orm::cle_primaire), orm::colonne("nom", &Utilisateur::nom),
                   orm::colonne("age", &Utilisateur::age)};
};

namespace {

constexpr int age_maximal = 150;

/// L'entier qu'écrit `texte` tout entier, s'il est entre `minimum` et l'âge maximal.
std::optional<int> lire_entier(const std::string& texte, int minimum)
{
    int valeur = 0;
    const char* fin = texte.data() + texte.size();
    const auto [arret, erreur] = std::from_chars(texte.data(), fin, valeur);
    const bool chiffres = erreur == std::errc() && arret == fin && texte[0] != '-';
    const bool convient = chiffres && valeur >= minimum && valeur <= age_maximal;
    return convient ? std::optional(valeur) : std::nullopt;
}

void afficher(const std::vector<std::shared_ptr<Utilisateur>>& utilisateurs, std::ostream& sortie)
{
    for (const auto& utilisateur : utilisateurs) {
        sortie << utilisateur->nom << ' ' << (utilisateur->age ? std::to_string(*utilisateur->age) : "-") << '\n';
    }
}

/// Une base ouverte, ses tables, et une session.
struct Atelier {
    explicit Atelier(const std::string& chemin) : base(chemin, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
    {
        orm::create_all<Utilisateur>(base);
    }
    SQLite::Database base;
    orm::Session session{base};
};

Code ajouter(const std::string& chemin, const std::string& nom, const std::string& age, std::ostream& erreurs)
{
    const std::optional<int> lu = lire_entier(age, 0);
    if (!lu && age != "-") {
        erreurs << "âge refusé : " << age << '\n';
        return Code::usage;
    }
    Atelier ouvert(chemin);
    ouvert.session.add(Utilisateur{.nom = nom, .age = lu});
    ouvert.session.commit();
    return Code::bien;
}

Code lister(const std::string& chemin, std::ostream& sortie)
{
    Atelier ouvert(chemin);
    afficher(ouvert.session.query<Utilisateur>().order_by<&Utilisateur::id>().all(), sortie);
    return Code::bien;
}

Code chercher(const std::string& chemin, const std::string& nom, std::ostream& sortie, std::ostream& erreurs)
{
    Atelier ouvert(chemin);
    const auto trouves =
        ouvert.session.query<Utilisateur>().filter_by<&Utilisateur::nom>(nom).order_by<&Utilisateur::id>().all();
    if (trouves.empty()) {
        erreurs << "personne ne s'appelle " << nom << '\n';
        return Code::refus;
    }
    afficher(trouves, sortie);
    return Code::bien;
}

Code vieillir(const std::string& chemin, const std::string& annees, std::ostream& erreurs)
{
    const std::optional<int> lu = lire_entier(annees, 1);
    if (!lu) {
        erreurs << "nombre d'années refusé : " << annees << '\n';
        return Code::usage;
    }
    Atelier ouvert(chemin);
    for (const auto& utilisateur :
         ouvert.session.query<Utilisateur>().order_by<&Utilisateur::id>(orm::Ordre::desc).all()) {
        if (!utilisateur->age) {
            continue;
        }
        if (*utilisateur->age > age_maximal - *lu) {
            erreurs << "trop vieux : " << utilisateur->nom << '\n';
            return Code::refus;  // sans commit : personne n'a vieilli
        }
        *utilisateur->age += *lu;
    }
    ouvert.session.commit();
    return Code::bien;
}

}  // namespace

Code executer(const std::string& chemin, const std::vector<std::string>& mots, std::ostream& sortie,
              std::ostream& erreurs)
{
    try {
        const std::string commande = mots.empty() ? "" : mots[0];
        if (commande == "ajouter" && mots.size() == 3 && !mots[1].empty()) {
            return ajouter(chemin, mots[1], mots[2], erreurs);
        }
        if (commande == "lister" && mots.size() == 1) {
            return lister(chemin, sortie);
        }
        if (commande == "chercher" && mots.size() == 2) {
            return chercher(chemin, mots[1], sortie, erreurs);
        }
        if (commande == "vieillir" && mots.size() == 2) {
            return vieillir(chemin, mots[1], erreurs);
        }
        erreurs << usage;
        return Code::usage;
    } catch (const std::exception& erreur) {
        erreurs << "base : " << erreur.what() << '\n';
        return Code::base;
    }
}
