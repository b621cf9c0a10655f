// Échoue : Suppressions
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <typeindex>
#include <utility>
#include <vector>

namespace orm {

template <Entite T>
bool SuiviDe<T>::modifie() const
{
    bool difference = false;
    pour_chaque_colonne<T>([&](const auto& c) { difference = difference || !(valeur(c) == photo_.*c.membre); });
    return difference;
}

template <Entite T>
void SuiviDe<T>::inserer(SQLite::Database& base)
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
        }  // sinon NULL : SQLite choisit l'identifiant
    });
    requete.exec();
    (*objet).*membre_cle() = base.getLastInsertRowid();
    photo_ = *objet;
    etat = Etat::enregistre;
}

template <Entite T>
void SuiviDe<T>::mettre_a_jour(SQLite::Database& base)
{
    std::string changements;
    pour_chaque_colonne<T>([&](const auto& c) {
        if (!(valeur(c) == photo_.*c.membre)) {
            changements += (changements.empty() ? "" : ", ") + identifiant(c.nom) + " = ?";
        }
    });
    SQLite::Statement requete(base, "UPDATE " + identifiant(Table<T>::nom) + " SET " + changements + ou_est_la_ligne());
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

template <Entite T>
void SuiviDe<T>::supprimer(SQLite::Database& base)
{
    SQLite::Statement requete(base, "DELETE FROM " + identifiant(Table<T>::nom) + ou_est_la_ligne());
    requete.bind(1, photo_.*membre_cle());
    requete.exec();
    etat = Etat::oublie;
}

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
        SQLite::Statement requete(base_, "SELECT * FROM " + identifiant(Table<T>::nom) + SuiviDe<T>::ou_est_la_ligne());
        requete.bind(1, id);
        return requete.executeStep() ? rattacher(depuis_ligne<T>(requete)) : nullptr;
    }

    /// Fera supprimer la ligne de cet objet, qui est de la session.
    template <Entite T>
    void remove(const std::shared_ptr<T>& objet)
    {
        for (const auto& suivi : suivis_) {
            const auto* de_ce_type = dynamic_cast<const SuiviDe<T>*>(suivi.get());
            if (de_ce_type != nullptr && de_ce_type->objet == objet) {
                suivi->etat = Suivi::Etat::a_supprimer;
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

}  // namespace orm
