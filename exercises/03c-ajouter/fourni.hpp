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

/// Ajoute `u` à la table utilisateurs (id, nom, age) et rend l'id que SQLite a donné à sa ligne.
///
/// Le champ id de `u` n'est pas lu. Un âge absent est enregistré comme NULL. L'id rendu est celui de la ligne ajoutée par
/// cet appel, même si elle a des homonymes, si ce n'est pas le plus grand de la table, ou s'il dépasse 32 bits.
/// `base` est ouverte en écriture et contient la table.
std::int64_t ajouter(SQLite::Database& base, const Utilisateur& u);
