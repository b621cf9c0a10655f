// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace orm {

/// Les identifiants collés (ce sont des entiers), l'identifiant du parent lu dans la ligne, et un dictionnaire des rangs.
template <auto membre, Entite P>
std::vector<Enfants<ClasseDe<membre>>> charger_enfants(Session& session, const std::vector<std::shared_ptr<P>>& parents)
{
    using Enfant = ClasseDe<membre>;
    session.flush();
    std::unordered_multimap<std::int64_t, std::size_t> rangs;
    std::string liste;
    for (std::size_t rang = 0; rang < parents.size(); ++rang) {
        const std::int64_t id = parents[rang].get()->*membre_cle<P>();
        rangs.emplace(id, rang);
        liste += std::to_string(id) + (rang + 1 < parents.size() ? "," : "");
    }
    const std::string colonne(nom_de_colonne<Enfant, membre>());
    SQLite::Statement requete{session.base(), "select * from " + identifiant(Table<Enfant>::nom) + " where " +
                                                  identifiant(colonne) + " in (" + liste + ") order by " +
                                                  identifiant(nom_de_colonne<Enfant, membre_cle<Enfant>()>()) + " asc"};
    std::vector<Enfants<Enfant>> resultat(parents.size());
    while (requete.executeStep()) {
        const auto enfant = session.rattacher(depuis_ligne<Enfant>(requete));
        const auto [debut, fin] = rangs.equal_range(requete.getColumn(colonne.c_str()).getInt64());
        for (auto it = debut; it != fin; ++it) {
            resultat[it->second].push_back(enfant);
        }
    }
    return resultat;
}

}  // namespace orm
