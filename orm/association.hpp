// SPDX-License-Identifier: MIT
// Associer : d'un parent, ou de plusieurs, aux enfants qui les désignent.
#pragma once

#include "creation.hpp"
#include "ligne.hpp"
#include "membre.hpp"
#include "requete.hpp"
#include "session.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orm {

/// Les enfants d'un parent.
template <Entite T>
using Enfants = std::vector<std::shared_ptr<T>>;

namespace interne {

/// Vrai si la colonne de `membre` a été décrite par reference_vers<P>().
template <auto membre, Entite P>
constexpr bool designe()
{
    std::string_view parent;
    pour_chaque_colonne<ClasseDe<membre>>([&](const auto& colonne) {
        parent = colonne.nom == nom_de_colonne<ClasseDe<membre>, membre>() ? colonne.parent : parent;
    });
    return parent == Table<P>::nom;
}

}  // namespace interne

/// Les enfants de `parent`, qui n'est pas nul : les objets dont `membre`, une clé étrangère vers la table de `P`, porte son
/// identifiant ; dans l'ordre de leurs propres identifiants. Ce qui attend dans la session est envoyé d'abord.
template <auto membre, Entite P>
Enfants<ClasseDe<membre>> enfants(Session& session, const std::shared_ptr<P>& parent)
{
    static_assert(interne::designe<membre, P>(), "cette colonne n'est pas décrite par reference_vers<P>()");
    using Enfant = ClasseDe<membre>;
    session.flush();  // avant de lire l'identifiant : un parent qui attend n'en a pas encore
    return session.query<Enfant>()
        .template filter_by<membre>((*parent).*membre_cle<P>())
        .template order_by<membre_cle<Enfant>()>()
        .all();
}

/// Les enfants de tous les `parents`, lus par une seule requête : le i-ème vecteur est ce que rendrait enfants() pour le i-ème
/// parent. Un parent peut y être plusieurs fois. SQLite limite leur nombre à 32 766.
template <auto membre, Entite P>
std::vector<Enfants<ClasseDe<membre>>> charger_enfants(Session& session, const std::vector<std::shared_ptr<P>>& parents)
{
    static_assert(interne::designe<membre, P>(), "cette colonne n'est pas décrite par reference_vers<P>()");
    using Enfant = ClasseDe<membre>;
    session.flush();
    if (parents.empty()) {
        return {};
    }
    std::string marqueurs;
    for (std::size_t i = 0; i < parents.size(); ++i) {
        marqueurs += i == 0 ? "?" : ", ?";
    }
    SQLite::Statement requete(session.base(), "SELECT * FROM " + identifiant(Table<Enfant>::nom) + " WHERE " +
                                                  identifiant(nom_de_colonne<Enfant, membre>()) + " IN (" + marqueurs +
                                                  ") ORDER BY " +
                                                  identifiant(nom_de_colonne<Enfant, membre_cle<Enfant>()>()));
    int position = 0;
    for (const auto& parent : parents) {
        requete.bind(++position, (*parent).*membre_cle<P>());
    }
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
