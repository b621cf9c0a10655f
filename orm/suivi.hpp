// SPDX-License-Identifier: MIT
// Suivre : un objet, ce que la base en sait, et le SQL qui les met d'accord.
#pragma once

#include "conversion.hpp"
#include "creation.hpp"
#include "table.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <concepts>
#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>
#include <typeindex>
#include <utility>

namespace orm {

/// Un objet suivi par une session, quel que soit son type.
class Suivi {
public:
    enum class Etat { nouveau, enregistre, a_supprimer, oublie };
    using Cle = std::pair<std::type_index, std::int64_t>;

    explicit Suivi(Etat etat_initial) : etat(etat_initial) {}
    Suivi(const Suivi&) = delete;
    Suivi& operator=(const Suivi&) = delete;
    virtual ~Suivi() = default;

    [[nodiscard]] virtual Cle cle() const = 0;
    [[nodiscard]] virtual bool modifie() const = 0;
    virtual void inserer(SQLite::Database& base) = 0;
    virtual void mettre_a_jour(SQLite::Database& base) = 0;
    virtual void supprimer(SQLite::Database& base) = 0;

    Etat etat;
};

template <Entite T>
class SuiviDe final : public Suivi {
public:
    SuiviDe(std::shared_ptr<T> objet_suivi, Etat etat_initial)
        : Suivi(etat_initial), objet(std::move(objet_suivi)), photo_(*objet)
    {
    }

    const std::shared_ptr<T> objet;

    /// « WHERE "id" = ? », l'identifiant étant à lier.
    static std::string ou_est_la_ligne()
    {
        std::string condition;
        pour_chaque_colonne<T>([&](const auto& c) {
            if (c.est_cle) {
                condition = " WHERE " + identifiant(c.nom) + " = ?";
            }
        });
        return condition;
    }

    [[nodiscard]] Cle cle() const override { return {typeid(T), photo_.*membre_cle()}; }

    [[nodiscard]] bool modifie() const override
    {
        bool difference = false;
        pour_chaque_colonne<T>([&](const auto& c) { difference = difference || !(valeur(c) == photo_.*c.membre); });
        return difference;
    }

    void inserer(SQLite::Database& base) override
    {
        std::string colonnes;
        std::string marqueurs;
        pour_chaque_colonne<T>([&](const auto& c) {
            colonnes += (colonnes.empty() ? "" : ", ") + identifiant(c.nom);
            marqueurs += marqueurs.empty() ? "?" : ", ?";
        });
        SQLite::Statement requete(base, "INSERT INTO " + identifiant(Table<T>::nom) + " (" + colonnes + ") VALUES (" +
                                            marqueurs + ")");
        int position = 0;
        pour_chaque_colonne<T>([&](const auto& c) {
            ++position;
            if (!c.est_cle || (*objet).*membre_cle() != 0) {
                lier(requete, position, c);
            }  // sinon NULL : SQLite choisit l'identifiant
        });
        requete.exec();
        (*objet).*membre_cle() = base.getLastInsertRowid();
        photo_ = *objet;
        etat = Etat::enregistre;
    }

    void mettre_a_jour(SQLite::Database& base) override
    {
        std::string changements;
        pour_chaque_colonne<T>([&](const auto& c) {
            if (!(valeur(c) == photo_.*c.membre)) {
                changements += (changements.empty() ? "" : ", ") + identifiant(c.nom) + " = ?";
            }
        });
        SQLite::Statement requete(base,
                                  "UPDATE " + identifiant(Table<T>::nom) + " SET " + changements + ou_est_la_ligne());
        int position = 0;
        pour_chaque_colonne<T>([&](const auto& c) {
            if (!(valeur(c) == photo_.*c.membre)) {
                lier(requete, ++position, c);
            }
        });
        requete.bind(position + 1, photo_.*membre_cle());
        requete.exec();
        photo_ = *objet;
    }

    void supprimer(SQLite::Database& base) override
    {
        SQLite::Statement requete(base, "DELETE FROM " + identifiant(Table<T>::nom) + ou_est_la_ligne());
        requete.bind(1, photo_.*membre_cle());
        requete.exec();
        etat = Etat::oublie;
    }

private:
    static constexpr std::int64_t T::*membre_cle()
    {
        std::int64_t T::*membre = nullptr;
        pour_chaque_colonne<T>([&](const auto& c) {
            if constexpr (std::same_as<std::remove_cvref_t<decltype(c.membre)>, std::int64_t T::*>) {
                membre = c.est_cle ? c.membre : membre;
            }
        });
        return membre;
    }

    const auto& valeur(const auto& c) const { return (*objet).*c.membre; }

    void lier(SQLite::Statement& requete, int position, const auto& c) const
    {
        using Type = typename std::remove_cvref_t<decltype(c)>::Type;
        Conversion<Type>::lier(requete, position, valeur(c));
    }

    T photo_;  ///< ce que dit la base
};

}  // namespace orm
