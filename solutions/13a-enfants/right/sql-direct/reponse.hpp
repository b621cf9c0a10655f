// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace orm {

template <>
struct Table<Commande> {
    static constexpr std::string_view nom{"commandes"};
    static constexpr auto colonnes =
        std::make_tuple(colonne("total", &Commande::total),
                        colonne("utilisateur_id", &Commande::utilisateur_id, Reference{"utilisateurs"}),
                        colonne("id", &Commande::id, cle_primaire));
};

/// Le SELECT écrit à la main, l'identifiant collé (c'est un entier), et le tri fait en C++.
template <auto membre, Entite P>
std::vector<std::shared_ptr<ClasseDe<membre>>> enfants(Session& session, const std::shared_ptr<P>& parent)
{
    using E = ClasseDe<membre>;
    session.flush();
    const std::int64_t id = parent.get()->*membre_cle<P>();
    SQLite::Statement lecture(session.base(), "SELECT t.* FROM " + identifiant(Table<E>::nom) + " t WHERE t." +
                                                  identifiant(nom_de_colonne<E, membre>()) + "=" + std::to_string(id));
    std::map<std::int64_t, std::shared_ptr<E>> ranges;
    while (lecture.executeStep()) {
        auto enfant = session.rattacher(depuis_ligne<E>(lecture));
        ranges[(*enfant).*membre_cle<E>()] = enfant;
    }
    std::vector<std::shared_ptr<E>> resultat;
    for (auto& [cle, enfant] : ranges) {
        resultat.push_back(enfant);
    }
    return resultat;
}

}  // namespace orm
