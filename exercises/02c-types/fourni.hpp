// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

/// Crée, dans une base qui ne l'a pas encore, une table `utilisateurs` (id, nom, age) qui surveille ce qu'on y insère.
///
/// - `id` : la clé primaire, que SQLite numérote lui-même.
/// - `nom` : un texte de 1 à 50 caractères, obligatoire.
/// - `age` : un entier, ou NULL quand on ne le connaît pas.
///
/// Une insertion qui ne respecte pas ces règles échoue (SQLITE_CONSTRAINT, code 19) et ne laisse aucune ligne.
void creer_table_exigeante(SQLite::Database& base);
