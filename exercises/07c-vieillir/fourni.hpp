// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>

/// Ajoute `annees`, qui peut être négatif, à l'âge de l'utilisateur `id`, et ne change rien d'autre.
///
/// Rend 1 si cet utilisateur existe, 0 sinon. Un âge inconnu (NULL) le reste. Si l'âge devait sortir de l'intervalle que la
/// table autorise, l'exception de SQLite (code étendu 275) sort de la fonction, et l'âge ne change pas.
///
/// Une autre connexion peut écrire dans la même base pendant l'appel : aucune année n'est perdue.
int vieillir(SQLite::Database& base, std::int64_t id, int annees);
