// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>

/// Un habitant du registre. Un âge absent est NULL dans la base.
struct Utilisateur {
    std::int64_t id{};
    std::string nom{};
    std::optional<int> age{};
};

/// Rend l'habitant de la table utilisateurs (id, nom, age) dont l'id est `id` ; un std::optional vide s'il n'y en a pas.
///
/// Ne pas trouver n'est pas une erreur. Tout id est permis, même négatif, même 0. Le nom n'est jamais NULL, mais peut être
/// vide ; age peut être NULL. Le texte SQL est le même quel que soit `id`.
/// `base` peut n'être ouverte qu'en lecture.
std::optional<Utilisateur> chercher(SQLite::Database& base, std::int64_t id);
