// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>

/// Un habitant du registre. Un âge absent est NULL dans la base.
struct Utilisateur {
    std::int64_t id{};
    std::string nom{};
    std::optional<int> age{};
};

/// Ajoute à la table utilisateurs (id, nom, age) une ligne par élément de `us`. SQLite choisit les id : le champ
/// id des éléments n'est pas lu.
///
/// Un âge absent est enregistré comme NULL. Une liste vide n'ajoute rien. Le nombre de requêtes préparées ne dépend
/// pas du nombre d'éléments, et leur texte ne contient aucune valeur.
/// `base` est ouverte en écriture et contient la table.
void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us);
