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
    return session.query<Enfant>()
        .template filter_by<membre>((*parent).*membre_cle<P>())
        .template order_by<membre_cle<Enfant>()>()
        .all();
}

}  // namespace orm
