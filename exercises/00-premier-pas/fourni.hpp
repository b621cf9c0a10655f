// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

/// Rend la phrase qui salue `prenom` : « Bonjour, Alice. » pour « Alice ».
std::string bonjour(const std::string& prenom);

/// Rend le nom de l'utilisateur dont l'identifiant est 1.
///
/// `base` est ouverte ; sa table `utilisateurs` a les colonnes `id`, `nom` et `age`, et cet utilisateur s'y trouve.
std::string premier_inscrit(SQLite::Database& base);
