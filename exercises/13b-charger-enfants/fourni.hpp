// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.hpp.
#pragma once

#include "conversion.hpp"
#include "creation.hpp"
#include "ligne.hpp"
#include "membre.hpp"
#include "requete.hpp"
#include "session.hpp"
#include "table.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>
#include <vector>

namespace orm {

/// Les enfants d'un parent, dans l'ordre de leurs identifiants.
template <Entite T>
using Enfants = std::vector<std::shared_ptr<T>>;

/// L'exercice 13a : une requête pour un parent.
template <auto membre, Entite P>
Enfants<ClasseDe<membre>> enfants(Session& session, const std::shared_ptr<P>& parent)
{
    using Enfant = ClasseDe<membre>;
    session.flush();
    return session.query<Enfant>()
        .template filter_by<membre>((*parent).*membre_cle<P>())
        .template order_by<membre_cle<Enfant>()>()
        .all();
}

}  // namespace orm

// Ce que reponse.hpp définit :
//
//     namespace orm {
//     template <auto membre, Entite P>
//     std::vector<Enfants<ClasseDe<membre>>> charger_enfants(Session& session, const std::vector<std::shared_ptr<P>>& parents);
//     }
//
// Rend un vecteur par parent, dans l'ordre de `parents` : le premier contient les enfants du premier parent, etc. Chacun contient
// exactement ce que rendrait enfants<membre>(session, parent) : les objets de la session, dans l'ordre de leurs identifiants ; un
// vecteur vide pour un parent sans enfant. Un parent peut être donné plusieurs fois. Sans aucun parent, le résultat est vide.
//
// Tous les enfants sont lus par un seul SELECT, qui ne lit que les leurs. Ce qui attend dans la session est envoyé d'abord.
//
// Le membre est un std::int64_t, ou un std::optional<std::int64_t>. Les noms des tables et des colonnes sont quelconques. Il n'y a
// jamais plus de 10 000 parents, et aucun n'est nul.
