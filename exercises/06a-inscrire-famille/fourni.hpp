// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>

/// Une personne inscrite à la médiathèque.
struct Utilisateur {
    std::int64_t id{};
    std::string nom{};
    std::optional<int> age{};
};

/// Ajoute à la table utilisateurs (id, nom, age) une ligne par membre de la famille `us` : toutes, ou aucune.
///
/// SQLite choisit les id : le champ `id` n'est pas lu. Un âge absent est NULL. Quand la fonction se termine bien, les lignes
/// sont définitives. Si la base refuse un membre, l'exception de SQLite (une `SQLite::Exception` de code 19) sort de la
/// fonction, la base est comme avant l'appel, et aucune transaction ne reste ouverte. `base` est ouverte en écriture, et
/// aucune transaction n'y est en cours.
void inscrire_famille(SQLite::Database& base, std::span<const Utilisateur> us);
