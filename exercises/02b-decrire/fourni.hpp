// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

/// Ce que la base sait d'une colonne.
struct Colonne {
    std::string nom{};
    std::string type{};        ///< Le type déclaré, tel que SQLite le donne ; vide si la colonne n'en a pas.
    bool obligatoire{false};   ///< Vrai si la colonne est déclarée NOT NULL.
    bool cle_primaire{false};  ///< Vrai si la colonne est la clé primaire, ou en fait partie.
};

/// Décrit les colonnes de la table nommée `table`, dans l'ordre de leur déclaration.
///
/// Tout nom est permis : avec une apostrophe, une espace, ou le nom d'un mot SQL. Rend un vecteur vide si la
/// table n'existe pas ; ne modifie jamais la base.
std::vector<Colonne> decrire(SQLite::Database& base, const std::string& table);
