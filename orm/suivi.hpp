// SPDX-License-Identifier: MIT
// Suivre : un objet, et ce que la base en sait.
#pragma once

#include "conversion.hpp"
#include "creation.hpp"
#include "membre.hpp"
#include "table.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

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

    /// De quelle ligne il s'agit, une fois qu'elle existe.
    [[nodiscard]] virtual Cle cle() const = 0;
    /// Vrai si l'objet n'est plus ce que la base en sait.
    [[nodiscard]] virtual bool modifie() const = 0;
    /// Insère l'objet, qui reçoit l'identifiant de sa ligne.
    virtual void inserer(SQLite::Database& base) = 0;
    /// Envoie les colonnes qui ont changé, et elles seules. Il y en a une au moins.
    virtual void mettre_a_jour(SQLite::Database& base) = 0;
    /// Supprime la ligne de l'objet.
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

    [[nodiscard]] bool modifie() const override;  // ces quatre-là : ecriture.hpp
    void inserer(SQLite::Database& base) override;
    void mettre_a_jour(SQLite::Database& base) override;
    void supprimer(SQLite::Database& base) override;

private:
    static constexpr std::int64_t T::*membre_cle() { return orm::membre_cle<T>(); }

    const auto& valeur(const auto& c) const { return (*objet).*c.membre; }

    void lier(SQLite::Statement& requete, int position, const auto& c) const
    {
        using Type = typename std::remove_cvref_t<decltype(c)>::Type;
        Conversion<Type>::lier(requete, position, valeur(c));
    }

    T photo_;  ///< ce que dit la base
};

}  // namespace orm
