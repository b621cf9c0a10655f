// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include "orm.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

/// Ce qu'affiche, sur la sortie d'erreur, une commande mal écrite.
inline constexpr std::string_view usage = "usage : ajouter NOM AGE | lister | chercher NOM | vieillir ANNEES\n";

/// Les codes de retour du programme.
enum class Code { bien = 0, refus = 1, usage = 2, base = 3 };

/// Exécute une commande, donnée mot par mot, sur la base du fichier `chemin` ; rend le code du programme.
///
///     ajouter NOM AGE     ajoute quelqu'un
///     lister              affiche « NOM AGE » pour chacun, une ligne par personne, dans l'ordre des identifiants
///     chercher NOM        de même, pour ceux qui portent exactement ce nom
///     vieillir ANNEES     ajoute ANNEES à l'âge de tous ceux dont on le connaît
///
/// AGE est un entier de 0 à 150, ou « - » si l'on ne sait pas ; ANNEES, un entier de 1 à 150. L'énoncé dit le reste.
///
/// Ce que la commande affiche va dans `sortie` ; ce qu'elle reproche, dans `erreurs`. Aucune exception ne sort d'ici. À son
/// retour, la base est fermée, et tout ce qui devait l'être y est enregistré.
Code executer(const std::string& chemin, const std::vector<std::string>& mots, std::ostream& sortie,
              std::ostream& erreurs);
