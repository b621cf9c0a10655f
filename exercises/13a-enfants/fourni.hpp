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

#include <cstdint>
#include <optional>
#include <string>

struct Utilisateur {
    std::int64_t id{};
    std::string nom{};
    std::optional<int> age{};
};

struct Commande {
    std::int64_t id{};
    std::int64_t utilisateur_id{};  ///< à qui elle appartient
    double total{};
};

template <>
struct orm::Table<Utilisateur> {
    static constexpr std::string_view nom = "utilisateurs";
    static constexpr auto colonnes =
        std::tuple{orm::colonne("id", &Utilisateur::id, orm::cle_primaire), orm::colonne("nom", &Utilisateur::nom),
                   orm::colonne("age", &Utilisateur::age)};
};

// Ce que reponse.hpp définit :
//
//     template <>
//     struct orm::Table<Commande> { … };     // la table « commandes », colonnes id, utilisateur_id et total
//
//     namespace orm {
//     template <auto membre, Entite P>
//     std::vector<std::shared_ptr<ClasseDe<membre>>> enfants(Session& session, const std::shared_ptr<P>& parent);
//     }
//
// enfants<&Commande::utilisateur_id>(session, alice) rend les commandes d'Alice : les objets dont ce membre est égal à son
// identifiant, dans l'ordre de leurs propres identifiants. Ce sont les objets que la session connaît, et suit. Les
// lignes des autres parents ne sont pas lues. Ce qui attend dans la session est envoyé d'abord : un enfant ajouté est trouvé,
// et un parent ajouté a, de ce fait, un identifiant. `parent` n'est jamais nul.
//
// La fonction vaut pour toutes les entités. Le membre est un std::int64_t, ou un std::optional<std::int64_t>, vide quand
// l'objet n'a pas de parent. Les noms des tables et des colonnes sont quelconques.
//
// De membre.hpp : ClasseDe<membre>, la structure dont c'est le membre ; membre_cle<T>(), le membre qui porte la clé de T ;
// nom_de_colonne<T, membre>(). Les autres fichiers sont ceux des leçons 11 et 12.
