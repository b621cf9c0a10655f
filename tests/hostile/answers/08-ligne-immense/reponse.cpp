// SPDX-License-Identifier: MIT
// Une erreur dans une ligne d'un million de caractères, faite par le préprocesseur.
#include "fourni.hpp"

#define M4(x) x x x x
#define M256(x) M4(M4(M4(M4(x))))
#define TEXTE(x) #x
#define TEXTE2(x) TEXTE(x)

static_assert(false, TEXTE2(M256(M256(aaaaaaaaaaaaaaaa))));
