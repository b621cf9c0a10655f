// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

/// Crée la table `utilisateurs` dans `base` si elle n'y est pas déjà.
///
/// Ses colonnes, dans cet ordre : `id` (INTEGER, clé primaire que SQLite numérote lui-même), `nom` (TEXT) et
/// `age` (INTEGER).
///
/// Si la table existe, ses lignes restent telles quelles. Si elle ne peut pas être créée (base ouverte en
/// lecture seule, par exemple), l'exception de SQLite sort de la fonction.
void creer_table(SQLite::Database& base);
