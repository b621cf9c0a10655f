// Échoue : PasLesAutres
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace orm {

template <auto membre, Entite P>
std::vector<Enfants<ClasseDe<membre>>> charger_enfants(Session& session, const std::vector<std::shared_ptr<P>>& parents)
{
    using Enfant = ClasseDe<membre>;
    session.flush();
    if (parents.empty()) {
        return {};
    }
    std::string marqueurs;
    for (std::size_t i = 0; i < parents.size(); ++i) {
        marqueurs += marqueurs.empty() ? "?" : ", ?";
    }
    const std::string colonne = identifiant(nom_de_colonne<Enfant, membre>());
    const std::string cle = identifiant(nom_de_colonne<Enfant, membre_cle<Enfant>()>());
    SQLite::Statement requete(session.base(), "SELECT * FROM " + identifiant(Table<Enfant>::nom) + " ORDER BY " + cle);

    std::map<std::optional<std::int64_t>, Enfants<Enfant>> par_parent;
    while (requete.executeStep()) {
        const auto enfant = session.rattacher(depuis_ligne<Enfant>(requete));
        par_parent[(*enfant).*membre].push_back(enfant);
    }

    std::vector<Enfants<Enfant>> resultat;
    for (const auto& parent : parents) {
        resultat.push_back(par_parent[(*parent).*membre_cle<P>()]);
    }
    return resultat;
}

}  // namespace orm
