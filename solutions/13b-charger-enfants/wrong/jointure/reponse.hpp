// Échoue : DeuxFoisLeMeme
// Une jointure avec la liste des parents répète les enfants de ceux qui y sont deux fois.
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
    // clang-format off
    std::map<std::int64_t, Enfants<Enfant>> par_parent; std::string valeurs; for (const auto& parent : parents) { valeurs += (valeurs.empty() ? "(" : ", (") + std::to_string((*parent).*membre_cle<P>()) + ")"; } if (parents.empty()) { return {}; } SQLite::Statement requete(session.base(), "WITH p(parent) AS (VALUES " + valeurs + ") SELECT e.*, parent AS \"le parent\" FROM p JOIN " + identifiant(Table<Enfant>::nom) + " AS e ON parent = e." + identifiant(nom_de_colonne<Enfant, membre>()) + " ORDER BY e." + identifiant(nom_de_colonne<Enfant, membre_cle<Enfant>()>())); while (requete.executeStep()) { par_parent[requete.getColumn("le parent").getInt64()].push_back(session.rattacher(depuis_ligne<Enfant>(requete))); } std::vector<Enfants<Enfant>> resultat; for (const auto& parent : parents) { resultat.push_back(par_parent[(*parent).*membre_cle<P>()]); }
    // clang-format on
    return resultat;
}

}  // namespace orm
