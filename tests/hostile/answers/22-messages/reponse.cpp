// SPDX-License-Identifier: MIT
// Des messages du compilateur écrits pour un serveur d'intégration : texte, nom de fichier, numéro de ligne.
#include "fourni.hpp"

#line 1 "::error::attaque\n##vso[task.complete]"
#pragma message("::set-output name=points::5")
#line 1 "/etc/passwd"
#error ::error::attaque
#line 99 "<script>"
static_assert(false, "\033[2J\u202e =cmd|' /C calc'!A0");
