// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <memory>
#include <vector>

template <>
struct orm::Table<Commande> {
    static constexpr std::string_view nom = "commandes";
    static constexpr auto colonnes =  // À COMPLÉTER : laquelle désigne un utilisateur ?
        std::tuple{orm::colonne("id", &Commande::id, orm::cle_primaire),
                   orm::colonne("utilisateur_id", &Commande::utilisateur_id), orm::colonne("total", &Commande::total)};
};

namespace orm {

template <auto membre, Entite P>
std::vector<std::shared_ptr<ClasseDe<membre>>> enfants([[maybe_unused]] Session& session,
                                                       [[maybe_unused]] const std::shared_ptr<P>& parent)
{
    // À COMPLÉTER
    return {};
}

}  // namespace orm
