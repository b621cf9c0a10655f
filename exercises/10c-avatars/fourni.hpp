// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <istream>
#include <optional>
#include <ostream>

/// Enregistre comme avatar de l'utilisateur `id` les `taille` octets suivants du flux `image`, et n'en lit pas davantage.
///
/// `taille` n'est pas négative ; 0 enregistre un BLOB vide, qui n'est pas NULL. S'il n'y a pas d'utilisateur `id`, lance une
/// std::out_of_range. Si le flux finit trop tôt, lance une std::runtime_error. Dans les deux cas, rien n'a changé dans la base.
/// Aucune transaction n'est ouverte au moment de l'appel, et aucune ne l'est au retour.
void enregistrer_avatar(SQLite::Database& base, std::int64_t id, std::istream& image, std::int64_t taille);

/// Écrit l'avatar de l'utilisateur `id` dans `sortie`, et rend son nombre d'octets ; rien s'il n'a pas d'avatar (NULL).
///
/// S'il n'y a pas d'utilisateur `id`, lance une std::out_of_range.
std::optional<std::int64_t> lire_avatar(SQLite::Database& base, std::int64_t id, std::ostream& sortie);
