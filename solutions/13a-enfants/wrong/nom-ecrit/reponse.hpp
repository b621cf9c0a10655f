// Échoue : NomsQuelconques
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <memory>
#include <vector>

template <>
struct orm::Table<Commande> {
    static constexpr std::string_view nom = "commandes";
    static constexpr auto colonnes =
        std::tuple{orm::colonne("id", &Commande::id, orm::cle_primaire),
                   orm::colonne("utilisateur_id", &Commande::utilisateur_id, orm::reference_vers<Utilisateur>()),
                   orm::colonne("total", &Commande::total)};
};

namespace orm {

template <auto membre, Entite P>
std::vector<std::shared_ptr<ClasseDe<membre>>> enfants(Session& session, const std::shared_ptr<P>& parent)
{
    using Enfant = ClasseDe<membre>;
    session.flush();  // un parent qui attend n'a pas encore d'identifiant
    SQLite::Statement requete(session.base(), "SELECT * FROM " + identifiant(Table<Enfant>::nom) +
                                                  " WHERE utilisateur_id = ? ORDER BY id");
    requete.bind(1, (*parent).*membre_cle<P>());
    std::vector<std::shared_ptr<Enfant>> trouves;
    while (requete.executeStep()) {
        trouves.push_back(session.rattacher(depuis_ligne<Enfant>(requete)));
    }
    return trouves;
}

}  // namespace orm
