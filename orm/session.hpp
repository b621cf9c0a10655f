// SPDX-License-Identifier: MIT
// La session : elle suit les objets, et envoie à la base ce qui a changé.
#pragma once

#include "creation.hpp"
#include "ligne.hpp"
#include "requete.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <typeindex>
#include <utility>
#include <vector>

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

    const auto& valeur(const auto& c) const { return (*objet).*c.membre; }

    void lier(SQLite::Statement& requete, int position, const auto& c) const
    {
        using Type = typename std::remove_cvref_t<decltype(c)>::Type;
        Conversion<Type>::lier(requete, position, valeur(c));
    }

    T photo_;  ///< ce que dit la base
};

/// Une unité de travail sur `base`, qui doit vivre plus longtemps qu'elle. Rien n'est définitif avant commit().
class Session {
public:
    explicit Session(SQLite::Database& base) : base_(base) {}
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    ~Session() { rollback(); }

    /// Confie un nouvel objet à la session. Il sera inséré au prochain flush(), qui lui donne son identifiant.
    template <Entite T>
    std::shared_ptr<T> add(T objet)
    {
        auto suivi = std::make_shared<SuiviDe<T>>(std::make_shared<T>(std::move(objet)), Suivi::Etat::nouveau);
        suivis_.push_back(suivi);
        return suivi->objet;
    }

    /// L'objet de cet identifiant, ou nullptr. S'il est déjà dans la session, aucune requête n'est envoyée.
    template <Entite T>
    std::shared_ptr<T> get(std::int64_t id)
    {
        const auto connu = registre_.find({typeid(T), id});
        if (connu != registre_.end()) {
            const Suivi& suivi = *connu->second;
            return suivi.etat == Suivi::Etat::enregistre ? static_cast<const SuiviDe<T>&>(suivi).objet : nullptr;
        }
        return query<T>().template filter_by<&T::id>(id).first();
    }

    template <Entite T>
    Query<T> query()
    {
        return Query<T>(*this);
    }

    /// Fera supprimer la ligne de cet objet, qui est de la session.
    template <Entite T>
    void remove(const std::shared_ptr<T>& objet)
    {
        for (const auto& suivi : suivis_) {
            const auto* de_ce_type = dynamic_cast<const SuiviDe<T>*>(suivi.get());
            if (de_ce_type != nullptr && de_ce_type->objet == objet) {
                suivi->etat = suivi->etat == Suivi::Etat::nouveau ? Suivi::Etat::oublie : Suivi::Etat::a_supprimer;
            }
        }
    }

    /// Envoie ce qui attend : insertions et mises à jour, dans l'ordre d'arrivée, puis suppressions, dans l'ordre
    /// inverse. Si la base refuse quelque chose, tout est annulé, et l'exception sort.
    void flush()
    {
        try {
            for (const auto& suivi : suivis_) {
                if (suivi->etat == Suivi::Etat::nouveau) {
                    commencer();
                    suivi->inserer(base_);
                    registre_.insert_or_assign(suivi->cle(), suivi);
                } else if (suivi->etat == Suivi::Etat::enregistre && suivi->modifie()) {
                    commencer();
                    suivi->mettre_a_jour(base_);
                }
            }
            for (auto it = suivis_.rbegin(); it != suivis_.rend(); ++it) {
                if ((*it)->etat == Suivi::Etat::a_supprimer) {
                    commencer();
                    (*it)->supprimer(base_);
                    registre_.erase((*it)->cle());
                }
            }
        } catch (...) {
            rollback();
            throw;
        }
        std::erase_if(suivis_, [](const auto& suivi) { return suivi->etat == Suivi::Etat::oublie; });
    }

    /// Envoie ce qui attend, et valide.
    void commit()
    {
        flush();
        if (en_cours_) {
            base_.exec("COMMIT");
            en_cours_ = false;
        }
    }

    /// Annule ce qui n'est pas validé, et oublie tous les objets.
    void rollback() noexcept
    {
        suivis_.clear();
        registre_.clear();
        if (en_cours_) {
            base_.tryExec("ROLLBACK");
            en_cours_ = false;
        }
    }

    [[nodiscard]] SQLite::Database& base() { return base_; }

    /// L'objet de la session qui représente cette ligne : celui qu'elle connaît déjà, ou un nouveau.
    template <Entite T>
    std::shared_ptr<T> rattacher(T lu)
    {
        auto suivi = std::make_shared<SuiviDe<T>>(std::make_shared<T>(std::move(lu)), Suivi::Etat::enregistre);
        const auto [place, nouveau] = registre_.try_emplace(suivi->cle(), suivi);
        if (nouveau) {
            suivis_.push_back(suivi);
        }
        return static_cast<const SuiviDe<T>&>(*place->second).objet;
    }

private:
    void commencer()
    {
        if (!en_cours_) {
            base_.exec("BEGIN");
            en_cours_ = true;
        }
    }

    SQLite::Database& base_;
    bool en_cours_ = false;
    std::vector<std::shared_ptr<Suivi>> suivis_;             ///< dans l'ordre d'arrivée
    std::map<Suivi::Cle, std::shared_ptr<Suivi>> registre_;  ///< une ligne, un objet
};

template <Entite T>
SQLite::Statement Query<T>::preparer(const std::string& debut, const std::string& fin)
{
    session_.flush();
    SQLite::Statement requete(session_.base(),
                              "SELECT " + debut + " FROM " + identifiant(Table<T>::nom) + conditions_ + fin);
    int position = 0;
    for (const auto& lier : valeurs_) {
        lier(requete, ++position);
    }
    return requete;
}

template <Entite T>
std::vector<std::shared_ptr<T>> Query<T>::lire(const std::string& fin)
{
    std::string colonnes;
    pour_chaque_colonne<T>([&](const auto& c) { colonnes += (colonnes.empty() ? "" : ", ") + identifiant(c.nom); });
    SQLite::Statement requete = preparer(colonnes, ordres_ + fin);
    std::vector<std::shared_ptr<T>> objets;
    while (requete.executeStep()) {
        objets.push_back(session_.rattacher(depuis_ligne<T>(requete)));
    }
    return objets;
}

template <Entite T>
std::size_t Query<T>::count()
{
    SQLite::Statement requete = preparer("count(*)", "");
    requete.executeStep();
    return static_cast<std::size_t>(requete.getColumn(0).getInt64());
}

}  // namespace orm
