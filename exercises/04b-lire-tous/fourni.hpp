// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Un habitant du registre. Un âge absent est NULL dans la base.
struct Utilisateur {
    std::int64_t id{};
    std::string nom{};
    std::optional<int> age{};
};

/// Rend toutes les lignes de la table utilisateurs, dans l'ordre croissant des id.
///
/// La table a au moins les colonnes id, nom et age, dans un ordre quelconque. Ni id ni nom n'est jamais NULL ; age peut l'être.
/// `base` peut n'être ouverte qu'en lecture ; la table peut être vide.
std::vector<Utilisateur> lire_tous(SQLite::Database& base);
