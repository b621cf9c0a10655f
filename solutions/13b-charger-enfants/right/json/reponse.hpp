// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace orm {

/// Une seule valeur liée, quel que soit le nombre de parents : la liste des identifiants, en JSON. Puis une recherche des parents
/// de chaque enfant.
template <auto membre, Entite P>
std::vector<Enfants<ClasseDe<membre>>> charger_enfants(Session& session, const std::vector<std::shared_ptr<P>>& parents)
{
    using E = ClasseDe<membre>;
    session.flush();
    std::vector<Enfants<E>> resultat(parents.size());
    std::string liste = "[";
    for (const auto& parent : parents) {
        liste += (liste == "[" ? "" : ",") + std::to_string((*parent).*membre_cle<P>());
    }
    SQLite::Statement lecture(session.base(), "SELECT * FROM " + identifiant(Table<E>::nom) + " WHERE " +
                                                  identifiant(nom_de_colonne<E, membre>()) +
                                                  " IN (SELECT value FROM json_each(?)) ORDER BY " +
                                                  identifiant(nom_de_colonne<E, membre_cle<E>()>()));
    lecture.bind(1, liste + "]");
    while (lecture.executeStep()) {
        const auto enfant = session.rattacher(depuis_ligne<E>(lecture));
        for (std::size_t i = 0; i < parents.size(); ++i) {
            if ((*enfant).*membre == (*parents[i]).*membre_cle<P>()) {
                resultat[i].push_back(enfant);
            }
        }
    }
    return resultat;
}

}  // namespace orm
