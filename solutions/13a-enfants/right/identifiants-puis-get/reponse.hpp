// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <cstdint>
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

/// Les identifiants seulement, puis get : beaucoup de requêtes, mais les bons objets.
template <auto membre, Entite P>
std::vector<std::shared_ptr<ClasseDe<membre>>> enfants(Session& session, const std::shared_ptr<P>& parent)
{
    using E = ClasseDe<membre>;
    session.flush();
    const auto cle = identifiant(nom_de_colonne<E, membre_cle<E>()>());
    SQLite::Statement lecture(session.base(), "SELECT " + cle + " FROM " + identifiant(Table<E>::nom) + " WHERE ? = " +
                                                  identifiant(nom_de_colonne<E, membre>()) + " ORDER BY " + cle);
    lecture.bind(1, (*parent).*membre_cle<P>());
    std::vector<std::shared_ptr<E>> resultat;
    while (lecture.executeStep()) {
        resultat.push_back(session.get<E>(lecture.getColumn(0).getInt64()));
    }
    return resultat;
}

}  // namespace orm
